import { readFileSync } from 'node:fs';
import { answer } from './support/giving.ts';
import { ask } from './support/handling.ts';
import { expect, expectComplaints, signedIn, test } from './support/journey.ts';

test('a donor follows what was given to its use, prints it and takes the tables along', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/overview');
  await page.getByRole('navigation').getByRole('link', { name: 'Donations' }).click();
  await page.getByRole('link', { name: 'What became of the aid' }).click();
  await expect(answer(page)).toContainText(/^Of \$[\d.]+m given, \$[\d.]+m is in use\./);
  const became = page.getByRole('table', { name: 'What became of it' });
  for (const group of ['In use', 'On the way to use', 'Gone', 'All that was given'])
    await expect(became.getByRole('rowheader', { name: group, exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Use of solutions' })).toContainText(
    'Pregnancy monitoring sessions',
  );

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tables (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('sample.csv');
  expect(readFileSync(await file.path(), 'utf8')).toContain('All that was given,641,2011439.56');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print the report' })).toBeHidden();
  await expect(became).toBeVisible();
});

test('another donor’s aid is nowhere to be found', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/donors/aid-agency');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/not found|no such|nothing here/i);
});

test('a manager sees any donor’s', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/donations?donorId=aid-agency');
  await page.getByRole('link', { name: 'What became of the aid' }).click();
  await expect(answer(page)).toContainText('is in use');
});

test('of a donor whom nobody knows it is not said that it gave nothing', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/donors/nobody');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/no such/i);
  expectComplaints(page, /404/);
});

test('equipment that is entered late has its share once the months are attributed anew, with a reason', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/overview');
  const capable = Object(await ask(page, '/facilities?capability=pregnancyMonitoring'));
  const { facilityId } = capable.facilities[0];
  const facility = Object(await ask(page, `/facilities/${facilityId}`));
  const { solutionId, equipment } = facility.adoptions[0];
  const [{ equipmentType }] = equipment;
  await ask(page, '/consignments', {
    idempotencyKey: crypto.randomUUID(),
    consignmentId: `stock-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`,
    source: { kind: 'state' },
    equipmentType,
    solutionId,
    units: 1,
    log: [
      { kind: 'planned', date: '2024-03-01', to: facilityId },
      { kind: 'shipped', date: '2024-03-01' },
      { kind: 'received', date: '2024-03-01' },
      { kind: 'installed', date: '2024-03-01' },
      { kind: 'firstUse', date: '2024-03-01' },
    ],
  });

  await page.goto(`/facilities/${facilityId}`);
  await page.getByRole('link', { name: 'Attribute months anew' }).click();
  await expect(answer(page)).toHaveText('Attribute months anew');
  await expect(page.getByRole('heading', { level: 2 })).toContainText(
    /months? would be attributed otherwise now/,
  );
  const button = page.getByRole('button', { name: /^Attribute \d+ months? anew$/ });
  await button.click();
  await expect(page.getByLabel('Reason')).toBeFocused();
  await page.getByLabel('Reason').fill('It was there all the time');
  await button.click();
  await expect(page.getByRole('heading', { level: 2 })).toContainText('attributed anew.');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    'All months are attributed by what is known now.',
  );

  await page.goto(`/facilities/${facilityId}`);
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Attribute months anew' })).toHaveCount(0);
});
