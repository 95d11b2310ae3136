import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { expectAccessible, expectContrast } from './support/axe.ts';
import { expect, signedIn, test } from './support/journey.ts';
import { onMap } from './support/map.ts';
import { hospital } from './support/phone.ts';
import { openWhole } from './support/settled.ts';

// Donors and heads read the newest release: the sample's is of November 2024, with September's quarter the last of regions.

const donor = (browser: Browser) => signedIn(browser, 'Nora Lindqvist');
const sentence = (page: Page) => page.getByRole('heading', { level: 1 });
const regions = (page: Page) => page.getByRole('region', { name: 'Regions' });

test('a donor’s overview is the release, says which, and what is not shown is no zero', async ({
  browser,
}) => {
  const page = await donor(browser);
  await openWhole(page, '/overview');

  await expect(sentence(page)).toHaveText(/^328 facilities are live\. 8,893 teleconsultations/);
  const release = page.getByRole('link', { name: /^Release of November 2024, made on/ });
  await expect(release).toHaveAttribute('href', /^\/releases\/2024-11\.1-/);
  await expect(page.getByText('Small numbers about people are not shown.').first()).toBeVisible();
  await expect(page.getByText(/waits? for review|on time|have not reported/)).toHaveCount(0);

  // Regions to the end of the quarter, and what is not shown stands apart from zero.
  await expect(regions(page)).toContainText('Teleconsultations, as of September 2024');
  const hidden = regions(page).getByRole('row', { name: /not shown/ });
  expect(await hidden.count()).toBeGreaterThan(1);
  await expect(regions(page).getByRole('rowheader', { name: 'Of no region, or not shown' })).toBeVisible();

  // Its regions add up to what the country is told.
  await page.goto('/explain?figure=teleconsultations&month=2024-11');
  await expect(sentence(page)).toHaveText('Teleconsultations: 8,893');
  await expect(page.getByRole('heading', { name: 'Regions, to September 2024' })).toBeVisible();
  await expect(page.getByText('something has changed meanwhile')).toHaveCount(0);
  await expect(page.locator('main tbody').getByRole('link')).toHaveCount(0);
});

test('the map hatches what is not shown, and says so in words', async ({ browser }) => {
  const page = await donor(browser);
  await openWhole(page, '/overview?shade=teleconsultations');
  const map = await onMap(page);
  await expect(page.getByRole('group', { name: 'Teleconsultations, as of September 2024' })).toBeVisible();

  const hatched = map.locator('a.notShown');
  expect(await hatched.count()).toBeGreaterThan(0);
  await expect(hatched.first()).toHaveAttribute('aria-label', /: not shown$/);
  await expect(page.getByRole('list', { name: 'Legend' }).filter({ hasText: 'not shown' })).toBeVisible();
  await expect(map.locator('a.step-5')).not.toHaveCount(0);
});

test('a region is told to the end of its quarter, by keyboard and for a screen reader', async ({
  browser,
}) => {
  const page = await donor(browser);
  await openWhole(page, '/overview?region=UA-46');
  await expect(sentence(page)).toHaveText(
    /^Lviv: 26 facilities are live\. .* by the end of September 2024\.$/,
  );
  await expect(page.getByText('Figures about people are told of a region quarter by quarter.')).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Month' });
  await slider.focus();
  for (let month = 0; month < 6; month += 1) await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/month=2024-05/);
  await expect(sentence(page)).toContainText('by the end of March 2024');

  const chart = page.locator('figure', { hasText: 'Teleconsultations, all so far' });
  await chart.getByText('Show as a table').click();
  await expect(chart.getByRole('row', { name: /May 2024/ })).toContainText('not shown');
  await page.goto('/regions/UA-23');
  await expect(sentence(page)).toHaveText(/^Zaporizhzhia: /);
  await expect(page.getByRole('link', { name: /^Release of November 2024/ })).toBeVisible();
});

for (const [locale, word, said] of [
  ['en', 'not shown', 'Small numbers about people are not shown.'],
  ['uk', 'не показано', 'Малі числа про людей не показано.'],
] as const)
  test(`the released screens read well on a phone, light and dark (${locale})`, async ({ browser }) => {
    const page = await signedIn(browser, 'Nora Lindqvist', { locale });
    await page.setViewportSize({ width: 390, height: 844 });

    for (const path of [
      '/overview',
      '/overview?region=UA-46',
      '/donors/sample',
      '/explain?figure=teleconsultations&month=2024-11',
      '/plan',
      '/reports?month=2024-10',
    ]) {
      await openWhole(page, path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await expect(page.getByText(said).first()).toBeVisible();
      await expectAccessible(page, path);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await openWhole(page, '/overview?shade=teleconsultations');
    await expect(page.getByText(word).first()).toBeAttached();
    await expectContrast(page, 'overview, dark');
  });

test('a donor’s page and its files tell what was done for people as the release does', async ({
  browser,
}) => {
  const page = await donor(browser);
  await openWhole(page, '/donors/sample');
  await expect(page.getByRole('link', { name: /^Release of November 2024/ })).toBeVisible();
  const uses = page.getByRole('table', { name: 'Use of solutions' });
  await expect(uses).toContainText('Pregnancy monitoring sessions');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tables (CSV)' }).click(),
  ]);
  const told = readFileSync(await file.path(), 'utf8');
  for (const row of await uses.locator('tbody tr').all()) {
    const [attributed = ''] = await row.getByRole('cell').allInnerTexts();
    const name = await row.getByRole('rowheader').innerText();
    expect(told).toContain(`${name},${attributed.replaceAll(',', '')},`);
  }
});

test('a head’s overview is the same release', async ({ browser }) => {
  const page = await signedIn(browser, hospital);
  await openWhole(page, '/overview');

  await expect(sentence(page)).toHaveText(/^328 facilities are live\. 8,893 teleconsultations/);
  await expect(page.getByRole('link', { name: /^Release of November 2024/ })).toBeVisible();
  await page.goto('/explain?figure=teleconsultations&month=2024-11');
  await expect(page.getByRole('heading', { name: 'Regions, to September 2024' })).toBeVisible();
  await page.goto('/releases');
  await page.getByRole('link', { name: 'November 2024' }).first().click();
  await expect(sentence(page)).toHaveText(/^328 facilities are live and 8,893 teleconsultations/);
});
