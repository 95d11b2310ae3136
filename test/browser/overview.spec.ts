import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, signedIn, test } from './support/journey.ts';
import { openWhole } from './support/settled.ts';

// Everyone who follows the rollout reads it on the overview. Months that are long over are not changed by other journeys.

const june = '/overview?month=2024-06';
const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');

const sentence = (page: Page) => page.getByRole('heading', { level: 1 });
const slider = (page: Page) => page.getByRole('slider', { name: 'Month' });
const filter = (page: Page) => page.getByRole('combobox', { name: 'Region', exact: true });
const regions = (page: Page) => page.getByRole('region', { name: 'Regions' });

/** The whole number that a text begins with. */
const numberIn = (text: string) => Number((/[\d,]+/.exec(text)?.[0] ?? '').replaceAll(',', ''));

/** The numbers of a column of the regions' table, and the number in its last row. */
async function columnOf(page: Page, index: number): Promise<{ rows: number[]; total: number }> {
  await expect(regions(page).locator('tfoot')).toBeVisible();
  const cells = (part: string) => regions(page).locator(`${part} tr > :nth-child(${index})`).allInnerTexts();
  const [rows, [total = '']] = [await cells('tbody'), await cells('tfoot')];
  return { rows: rows.map(numberIn), total: numberIn(total) };
}

async function headline(page: Page, label: string): Promise<number> {
  const figures = page.getByRole('region', { name: 'Headline figures' });
  const cell = figures.locator('div > div', { has: page.getByText(label, { exact: true }) });
  return numberIn(await cell.locator('p').nth(1).innerText());
}

test('the page says the answer first, and every figure is the sum of its regions', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto(june);
  await expect(sentence(page)).toHaveText(/\d+ facilities are live, \d+ more than a month ago\./);
  await expect(regions(page)).toBeVisible();

  for (const [label, column] of [
    ['Facilities with telemedicine', 2],
    ['Teleconsultations', 5],
    ['Reports for June', 6],
  ] as const) {
    const { rows, total } = await columnOf(page, column);
    expect(rows).toHaveLength(27);
    expect(rows.reduce((sum, value) => sum + value, 0)).toBe(total);
    expect(await headline(page, label)).toBe(total);
  }
});

test('month and region are in the address, by keyboard, without asking the server again', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openWhole(page, june);
  const june2024 = await sentence(page).innerText();
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('/api/') ? 1 : 0));

  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/month=2024-05/);
  await expect(sentence(page)).not.toHaveText(june2024);
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toHaveText(june2024);

  await filter(page).selectOption({ label: 'Lviv' });
  await expect(page).toHaveURL(/region=UA-46/);
  await expect(sentence(page)).toHaveText(/^Lviv: /);
  await expect(regions(page).locator('tr.marked')).toContainText('Lviv');
  expect(asked).toBe(0);

  await page.reload();
  await expect(sentence(page)).toHaveText(/^Lviv: /);
  await page.goBack();
  await expect(sentence(page)).toHaveText(june2024);
});

test('every chart has its figures as a table, and the figure of the trend can be chosen', async ({
  browser,
}) => {
  const page = await manager(browser);
  await page.goto(june);
  await expect(page.locator('figure canvas')).toHaveCount(5);

  await page.getByRole('link', { name: 'Telemetry sessions', exact: true }).click();
  await expect(page).toHaveURL(/figure=telemetrySessions/);
  const chart = page.locator('figure', { hasText: 'Telemetry sessions, month by month' });
  await chart.getByText('Show as a table').click();
  const newest = chart.getByRole('row').nth(1).getByRole('cell');
  await expect(newest).toHaveCount(3);
  const [all, approved, waiting] = (await newest.allInnerTexts()).map(numberIn);

  expect(Number(approved) + Number(waiting)).toBe(all);
  await expect(chart.locator('figcaption')).toContainText(`${all?.toLocaleString('en-GB')} in June 2024`);
});

test('what needs attention opens the list behind it, down to the facilities', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto('/overview?month=2024-10');
  const concern = page.getByRole('link', { name: /have not reported October/ });
  const count = numberIn(await concern.innerText());

  await concern.click();
  await expect(page).toHaveURL(/\/reports\?month=2024-10/);
  await expect(sentence(page)).toContainText(`${count} are missing`);

  const worst = page.locator('tbody tr').first();
  const missing = numberIn(await worst.getByRole('cell').nth(1).innerText());
  await worst.getByRole('link').click();
  await expect(page).toHaveURL(/region=UA-/);
  // What was only begun, or came back and was not mended yet, is missing too.
  await expect(page.getByRole('cell', { name: /Missing|Returned|Draft/ })).toHaveCount(missing);
});

test('a donor sees every figure and no link to what only the ministry may open', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto(june);
  await expect(regions(page)).toBeVisible();

  await expect(page.locator('main a[href^="/facilities"], main a[href^="/review"]')).toHaveCount(0);
  await page.goto('/reports?region=UA-46&month=2024-06');
  // The sums of a region are for everyone; its facilities are not.
  await expect(sentence(page)).toHaveText(/^Lviv: /);
  await expect(page.locator('tbody a')).toHaveCount(0);
});

test('a manager of one region looks at that region', async ({ browser }) => {
  const page = await signedIn(browser, 'Andrii Melnyk');
  await page.goto('/overview?region=UA-51');

  await expect(sentence(page)).toHaveText(/^Lviv: /);
  await expect(filter(page)).toHaveCount(0);
});

for (const account of ['Olena Kovalenko', 'Nora Lindqvist'])
  test(`a region out of reach that is looked at alone is told as such, and has no 0: ${account}`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, account);
    await openWhole(page, june);
    await filter(page).focus();
    await filter(page).selectOption('Luhansk');

    await expect(sentence(page)).toHaveText('Luhansk: out of reach');
    await expect(page.getByText('Out of reach since 3 July 2022.')).toBeVisible();
    await expect(regions(page).getByRole('row', { name: /^Luhansk out of reach/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Headline figures' })).toHaveCount(0);
    for (const part of ['Stages of the rollout', 'Plan and forecast', 'What facilities can do', 'Reports'])
      await expect(page.getByRole('heading', { name: part })).toHaveCount(0);
    await expect(filter(page)).toBeFocused();
    await filter(page).selectOption('Lviv');
    await expect(sentence(page)).toHaveText(/^Lviv: \d+ /);
    await expect(page.getByRole('region', { name: 'Headline figures' })).toBeVisible();
  });

test('an amount with its words stays in its column, and the figures of a row stand on one line', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Nora Lindqvist', { locale: 'uk' });
  await openWhole(page, '/regions/UA-46');
  const figures = page.locator('.headlines .big');

  for (const width of [390, 1024, 1220, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const seen = await figures.evaluateAll((all) =>
      all.map((figure) => {
        const { bottom, right } = figure.getBoundingClientRect();
        const cell = figure.closest('div')?.getBoundingClientRect();
        return { bottom: Math.round(bottom), row: cell?.top, beyond: right - (cell?.right ?? 0) };
      }),
    );
    for (const { beyond } of seen) expect(beyond, `${width}`).toBeLessThanOrEqual(0);
    if (width < 1220) continue;
    expect(new Set(seen.map(({ row }) => row)).size, `${width}`).toBe(1);
    expect(new Set(seen.map(({ bottom }) => bottom)).size, `${width}`).toBe(1);
  }
});

test('it reads well on a phone, in Ukrainian, in the dark and for a screen reader', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko', { locale: 'uk', colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });

  for (const path of [june, '/reports?month=2024-06', '/reports?region=UA-46&month=2024-06']) {
    await openWhole(page, path);
    await expect(sentence(page)).toHaveText(/працю|подано/i);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page, path);
  }
});
