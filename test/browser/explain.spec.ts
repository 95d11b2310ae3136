import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, signedIn, test } from './support/journey.ts';

// Whoever doubts a figure opens it, step by step, down to one record.

const answer = (page: Page) => page.getByRole('heading', { level: 1 });
const numberIn = (text: string) => Number(/[\d,]+/.exec(text.replace(/^.*: /, ''))?.[0].replaceAll(',', ''));
const step = (page: Page, title: string | RegExp) =>
  page.getByRole('region', { name: title, exact: true }).filter({ has: page.locator('tfoot') });
/** What a step adds up to, at its foot. */
const footOf = async (page: Page, title: string | RegExp) =>
  numberIn(await step(page, title).locator('tfoot td').first().innerText());
/** Opens the first line of a step, and says what it had. */
async function openFirst(page: Page, title: string | RegExp): Promise<[name: string, amount: number]> {
  const line = step(page, title).locator('tbody tr').first();
  const name = (await line.getByRole('rowheader').innerText()).trim();
  const amount = numberIn(await line.getByRole('cell').first().innerText());
  await line.getByRole('link').first().click();
  return [name, amount];
}

test('a manager opens the teleconsultations down to the report of one facility', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/overview?month=2024-10');
  await expect(page.getByText(/\d+ confirmed, \d+ stale, \d+ never reported/)).toBeVisible();
  await page.getByRole('link', { name: /: Teleconsultations$/ }).click();

  await expect(answer(page)).toHaveText(/^\s*Teleconsultations: [\d,]+\s*$/);
  const whole = numberIn(await answer(page).innerText());
  expect(await footOf(page, 'Regions')).toBe(whole);

  const [region, ofRegion] = await openFirst(page, 'Regions');
  await expect(step(page, region)).toBeVisible();
  expect(await footOf(page, region)).toBe(ofRegion);

  const [month, ofMonth] = await openFirst(page, region);
  const records = `${region} · ${month}`;
  await expect(step(page, records)).toBeVisible();
  expect(await footOf(page, records)).toBe(ofMonth);
  await expectAccessible(page);

  const [sign] = await openFirst(page, records);
  await expect(page).toHaveURL(/\/facilities\/UA-\d+\/2024-\d\d$/);
  await expect(page.getByText(sign.replace(/^\W*/u, '')).first()).toBeVisible();
});

test('the facilities that are live are opened by region, and the way back is the address', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/overview?month=2024-10');
  await page.getByRole('link', { name: /: Facilities with telemedicine$/ }).click();
  await expect(answer(page)).toContainText('Facilities with telemedicine: ');
  const [region, ofRegion] = await openFirst(page, 'Regions');
  await expect(step(page, region)).toBeVisible();

  expect(await footOf(page, region)).toBe(ofRegion);
  await expect(step(page, region).locator('tbody tr')).toHaveCount(ofRegion);
  await page.goBack();
  await expect(step(page, region)).toHaveCount(0);
});

test('a donor opens her own aid down to its units, and no places', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/overview');
  await page.getByRole('navigation').getByRole('link', { name: 'Donations' }).click();
  await page.getByRole('link', { name: 'What became of the aid' }).click();
  await page.locator('a[href*="reached.received.units"]').click();

  await expect(answer(page)).toContainText('Received');
  expect(await footOf(page, 'Regions')).toBe(numberIn(await answer(page).innerText()));
  const [region, ofRegion] = await openFirst(page, 'Regions');
  await expect(step(page, region)).toBeVisible();
  expect(await footOf(page, region)).toBe(ofRegion);
  await expect(page.locator('main a[href^="/facilities"], main a[href^="/equipment/"]')).toHaveCount(0);

  await step(page, region).locator('tbody').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/donations\//);
});

test('a donor opens the country’s figures as far as sums go', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/explain?figure=facilitiesLive&month=2024-10');

  await expect(answer(page)).toContainText('Facilities with telemedicine');
  await expect(step(page, 'Regions').locator('tbody').getByRole('link')).toHaveCount(0);
});

test('a region has a page of its own, from the table of regions', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/overview?month=2024-10');
  await page
    .getByRole('region', { name: 'Regions' })
    .getByRole('link', { name: 'Zhytomyr', exact: true })
    .click();

  await expect(page).toHaveURL(/\/regions\/UA-18\?month=2024-10/);
  await expect(answer(page)).toHaveText(/^\s*Zhytomyr: \d+ facilities are live/);
  await expect(page.getByRole('table', { name: 'Facilities', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: /: Health workers trained/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/explain\?figure=workersTrained/);
});
