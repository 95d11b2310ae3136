/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expect, signedIn, test } from '../support/journey.ts';
import { onMap } from '../support/map.ts';
import { openWhole } from '../support/settled.ts';

// What is drawn is told in words too, and what changes is read out.

const october = '/overview?month=2024-10';

/** What is read out of a page, once it changes. */
const readOut = (page: Page) => page.locator('main [aria-live], main [role="status"], main output');

test('each chart of the overview says what it shows, and its table has a figure for each of its months', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, october);
  await onMap(page);
  const charts = page.locator('figure:has(canvas[role], [role="img"] canvas)');
  await expect(charts).toHaveCount(5);

  for (const chart of await charts.all()) {
    const title = await chart.getByRole('heading').innerText();
    await expect(chart.getByRole('img')).toHaveAccessibleName(/\d/);
    await chart.locator('summary').click();
    const table = chart.getByRole('table');
    await expect(table, title).toHaveAccessibleName(/./);
    expect(await table.locator('tbody tr').count(), title).toBeGreaterThan(12);
    await expect(table.getByRole('rowheader').first(), title).toHaveText(/20\d\d/);
  }
});

test('the regions of a map are links with their figures; the map says what it shows', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, october);
  const map = await onMap(page);

  await expect(page.getByRole('group', { name: /^Facilities with telemedicine/ })).toMatchAriaSnapshot(`
    - group /Facilities with telemedicine/:
      - 'link "Lviv: 26"'
  `);
  for (const region of await map.getByRole('link').all())
    await expect(region).toHaveAccessibleName(/^[\w\s-]+: (\d+|not known|out of reach)$/);
  // What is drawn over them says the same again.
  await expect(map.locator('svg text').first()).toBeVisible();
  await expect(map.locator('svg > g').last()).toHaveAttribute('aria-hidden', 'true');
});

test('a region that is chosen, and each month that is played, is read out', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/overview?month=2024-09');
  await (await onMap(page)).getByRole('link', { name: /^Lviv/ }).click();
  await expect(readOut(page).filter({ hasText: /^\s*Lviv/ })).toHaveCount(1);

  const told: string[] = [];
  await page.exposeFunction('tell', (text: string) => told.push(text));
  await readOut(page)
    .filter({ hasText: /^\s*Lviv/ })
    .evaluate((live) => {
      const tell: unknown = Reflect.get(window, 'tell');
      const look = () => typeof tell === 'function' && tell(live.textContent);
      new MutationObserver(look).observe(live, { childList: true, characterData: true, subtree: true });
    });
  await page.getByRole('button', { name: 'Play the months' }).first().click();
  await expect(page).toHaveURL(/month=2024-11/);
  await page.getByRole('button', { name: 'Stop' }).first().click();

  expect(told.filter((text) => text.includes('October 2024')).length).toBeGreaterThan(0);
  expect(told.filter((text) => text.includes('November 2024')).length).toBeGreaterThan(0);
});

test('a word that is longer than a phone is wide pushes no list aside', async ({ browser }) => {
  const page = await signedIn(browser, 'Head of Kaniv district hospital', {
    viewport: { width: 320, height: 640 },
  });
  const long = 'Щ'.repeat(200);
  await page.route('**/api/v1/facilities/*/training-sessions', async (route) => {
    const answer = await route.fetch();
    const body: { sessions: object[] } = await answer.json();
    const sessions = body.sessions.map((session) => ({ ...session, topic: long, solutionId: undefined }));
    await route.fulfill({ response: answer, json: { ...body, sessions } });
  });
  await openWhole(page, '/my-facility/training');

  await expect(page.getByText(long).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
