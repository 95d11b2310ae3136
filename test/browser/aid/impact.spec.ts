/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import readXlsxFile from 'read-excel-file/node';
import { addDonation, addDonor, answer, rows } from '../support/giving.ts';
import { ask } from '../support/handling.ts';
import { expect, expectComplaints, signedIn, test } from '../support/journey.ts';

test('a donor follows what was given to its use, and takes the tables along', async ({ browser }) => {
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

  const where = page.getByRole('table', { name: 'Where it is' });
  await expect(where.getByRole('row')).toHaveCount(15);
  await expect(where).toContainText('12 other regions');
  await expect(page.getByText('units not used in October 2024')).toBeVisible();
  await expect(page.getByText('Use told up to October 2024: 290 of 321 reports are approved')).toBeVisible();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tables (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('sample.csv');
  expect(readFileSync(await file.path(), 'utf8')).toContain('All that was given,641,2011439.56');

  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tables (XLSX)' }).click(),
  ]);
  expect(book.suggestedFilename()).toBe('sample.xlsx');
  const sheets = await readXlsxFile(await book.path());
  expect(sheets[0]?.data.at(-1)).toEqual(['All that was given', 641, 2_011_439.56]);
  expect(sheets[3]?.data).toHaveLength(27);
});

for (const [language, title] of [
  ['en', 'How this report is made'],
  ['uk', 'Як складено цей звіт'],
] as const)
  test(`the report for the board is two to four sheets of paper, and nothing of it is cut (${language})`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, 'Nora Lindqvist', { colorScheme: 'dark' });
    await page.goto('/overview');
    await page.evaluate((language) => localStorage.setItem('language', language), language);
    await page.goto('/donors/sample');
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: /Print the report|Надрукувати звіт/ }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');

    const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = paper.match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    expect(sheets.length).toBeGreaterThanOrEqual(2);
    expect(sheets.length).toBeLessThanOrEqual(4);

    // A4 without its margins.
    await page.setViewportSize({ width: 688, height: 1016 });
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: /Print the report|Надрукувати звіт/ })).toBeHidden();
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(table, section, figure, canvas, p, li)')]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
        .map((part) => part.textContent?.slice(0, 60)),
    );
    expect(cut).toEqual([]);
    const drawn = await page.locator('figure canvas').first().boundingBox();
    expect(drawn?.width).toBeGreaterThan(250);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });

test('a name with markup, or from right to left, is nothing but a name, on paper too', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  const name = '<b>Kits</b> & ערכות';
  await addDonor(page, name);
  await addDonation(page, name, '<i>Two</i> أجهزة', 2);
  await page.goto('/donors');
  await rows(page).filter({ hasText: name }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'What became of the aid' }).click();
  await expect(answer(page)).toContainText('Of $5k given');

  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    await expect(page.getByText(name)).toBeVisible();
    await expect(page.locator('main b', { hasText: 'Kits' })).toHaveCount(0);
  }
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
