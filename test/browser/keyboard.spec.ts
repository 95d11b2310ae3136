/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expect, signedIn, test } from './support/journey.ts';
import { onMap } from './support/map.ts';
import { openWhole } from './support/settled.ts';

// Whoever uses no mouse knows at every moment where they are, and hears what a choice has changed.

const october = '/overview?month=2024-10';

/** The names of all that the tab key stops at. */
const stops = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button:enabled, input, select, summary, [tabindex]')]
      .filter((element) => element.tabIndex >= 0 && element.getClientRects().length > 0)
      .map((element) => element.getAttribute('aria-label') ?? element.innerText.trim()),
  );

async function openOverview(page: Page): Promise<void> {
  await page.goto(october);
  await expect(page.getByRole('region', { name: 'Regions' })).toBeVisible();
}

test('every stop of the overview has a name of its own; the map is one, and so are the figures', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openOverview(page);
  const regionsOnMap = await onMap(page);

  const names = await stops(page);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  // The regions' links are one stop, too; the arrow keys reach each of them.
  const reports = page.getByRole('link', { name: '21 of 26: Reports for October, Lviv', exact: true });
  await expect(reports).toHaveAttribute('tabindex', '-1');
  expect(names.length).toBeLessThan(110);
  // It does not scroll here.
  await expect(page.getByRole('region', { name: 'Regions' })).not.toHaveAttribute('tabindex');

  await regionsOnMap.getByRole('link', { name: /^Lviv/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(regionsOnMap.getByRole('link', { name: /^Ternopil/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(regionsOnMap.getByRole('link', { name: /^Volyn/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(regionsOnMap.getByRole('link').last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/region=/);

  await page.goto(october);
  const regions = page.getByRole('region', { name: 'Regions' }).getByRole('link');
  await regions.first().focus();
  await page.keyboard.press('End');
  await expect(regions.last()).toBeFocused();

  const figures = page.getByRole('table', { name: 'Figures by direction' }).getByRole('link');
  await figures.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  // Each row has the figure and its number.
  await expect(figures.nth(4)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/figure=/);
  await expect(figures.nth(4)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(figures.nth(5)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explain\?figure=/);
});

test('a table that scrolls is a stop, so that it can be scrolled', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.setViewportSize({ width: 1440, height: 900 });
  await openOverview(page);
  const table = page.getByRole('region', { name: 'Regions' });
  await expect(table).not.toHaveAttribute('tabindex');

  await table.evaluate((region) => (region.style.width = '12rem'));

  await expect(table).toHaveAttribute('tabindex', '0');
});

test('another month is told once', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  for (const path of [october, '/reports?month=2024-10&region=UA-46']) {
    await openWhole(page, path);
    const headline = page.getByRole('heading', { level: 1 });
    const live = page.locator('main').locator('[aria-live], [role="status"], output');
    const before = await live.allInnerTexts();

    if (path === october) await page.getByRole('button', { name: 'One month earlier' }).click();
    else await page.getByRole('combobox', { name: 'Month' }).selectOption('September 2024');

    await expect(page).toHaveURL(/2024-09/);
    // That a list is loading is said meanwhile, and no longer once it is there.
    const told = async () => (await live.allInnerTexts()).filter((text, index) => text !== before[index]);
    await expect.poll(told).toEqual([expect.stringContaining('September 2024')]);
    await expect(live.filter({ has: headline })).toHaveCount(1);
  }
});

test('what is closed gives the focus back to what opened it', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/facilities?text=Kaniv');
  const facility = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  // What comes in while the dialog is open would take the focus's place.
  await openWhole(page, (await facility.getAttribute('href')) ?? '');

  const mend = page.getByRole('button', { name: /^Correct the date of/ }).first();
  for (const close of ['Escape', 'Cancel']) {
    await mend.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    if (close === 'Escape') await page.keyboard.press('Escape');
    else await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(mend).toBeFocused();
  }

  const menu = page.getByRole('banner').locator('summary');
  await menu.click();
  await page.getByRole('button', { name: 'Dark', exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
});

test('a day that cannot be is told at its field, which has the focus', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/facilities?text=Kaniv');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await page
    .getByRole('button', { name: /^Correct the date of/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel(/./).first();
  await field.fill('2001-01-01');
  await dialog.getByRole('button', { name: 'Correct the date' }).click();

  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/./);
});
