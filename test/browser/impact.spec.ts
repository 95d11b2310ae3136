import { readFileSync } from 'node:fs';
import { answer } from './support/giving.ts';
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
