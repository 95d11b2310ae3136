/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expect, signedIn, test } from '../support/journey.ts';
import { onMap } from '../support/map.ts';
import { hospital, phone } from '../support/phone.ts';
import { tabTo } from '../support/reach.ts';
import { openWhole } from '../support/settled.ts';

// What each role does most, with the keyboard alone: no journey here points at anything.

test.describe.configure({ mode: 'parallel' });

const october = '/overview?month=2024-10';
const answer = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });

/** Comes to something by the tab key, and presses Enter there. */
async function enter(page: Page, target: ReturnType<typeof button>): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a manager plays the months, chooses a region on the map, looks closer, and reads it as a table', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, october);
  const slider = page.getByRole('slider', { name: 'Month' }).first();
  await tabTo(page, slider);
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/month=2024-09/);
  await expect(slider).toHaveAttribute('aria-valuetext', 'September 2024');
  await enter(page, button(page, 'Play the months').first());
  await expect(page).toHaveURL(/month=2024-10/);
  await page.keyboard.press('Enter');
  await expect(button(page, 'Play the months').first()).toBeFocused();

  await openWhole(page, october);
  const map = await onMap(page);
  await tabTo(page, map.getByRole('link').and(page.locator('[tabindex="0"]')));
  await page.keyboard.press('ArrowRight');
  const region = String(await page.locator(':focus').getAttribute('aria-label'));
  expect(region).toMatch(/^[\w\s-]+: \d+$/);
  await page.keyboard.press('+');
  await expect(button(page, 'Whole map')).toBeEnabled();
  await page.keyboard.press('0');
  await expect(button(page, 'Whole map')).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/region=UA-/);
  await expect(answer(page)).toContainText(String(region.split(':')[0]));
  await enter(page, page.locator('summary', { hasText: 'Show as a table: Where' }));
  await expect(page.getByRole('table', { name: /Facilities with telemedicine/ })).toContainText(
    String(region.split(':')[0]),
  );
});

test('a manager opens the marks of the map down to a facility, which is read out, and reads all as a table', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, october);
  await onMap(page);
  await enter(page, link(page, 'Where facilities are'));
  const marks = (await onMap(page)).locator('.marks');
  await expect(marks.getByRole('button').first()).toBeVisible();
  await tabTo(page, marks.locator('[tabindex="0"]'));
  const focused = page.locator(':focus');
  await page.keyboard.press('ArrowRight');
  while ((await focused.evaluate(({ tagName }) => tagName)) === 'BUTTON') await page.keyboard.press('Enter');
  const name = String(await focused.getAttribute('aria-label')).split(':')[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-live]').filter({ hasText: 'Open the facility' })).toContainText(name);

  await enter(page, page.locator('summary', { hasText: 'Show as a table: Where' }));
  const table = page.getByRole('figure', { name: /^Where/ }).getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(101);
  await expect(table).toContainText(/Live, reported in the last three months/);
  await tabTo(page, link(page, 'Open the facility →'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText(name);
});

test('a figure is opened step by step, and each step has the focus, and gives it back', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, october);
  await enter(page, link(page, /: Teleconsultations$/));
  await expect(answer(page)).toHaveText(/^\s*Teleconsultations/);
  const step = page.locator(':focus');

  await enter(page, page.getByRole('region', { name: 'Regions' }).getByRole('link').first());
  await expect(step).toHaveRole('heading');
  const region = await step.innerText();
  await page.keyboard.press('Tab');
  await enter(page, page.getByRole('region', { name: region, exact: true }).getByRole('link').first());
  await expect(step).toHaveText(new RegExp(`^${region} · \\w+ 20\\d\\d$`));
  await expect(step).toHaveRole('heading');

  await page.goBack();
  await expect(step).toHaveText(region);
  await tabTo(
    page,
    page.getByRole('navigation', { name: 'How far it is opened' }).getByRole('link').first(),
    'Shift+Tab',
  );
  await page.keyboard.press('Enter');
  await expect(step).toHaveText('Regions');
});

test('a manager reads a release, goes over its map, and thinks better of making another', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/releases');
  const make = button(page, /^Make another release/);
  await enter(page, make);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(make).toBeFocused();

  await enter(page, page.locator('main a[href^="/releases/"]').first());
  await expect(page.getByRole('article')).toBeVisible();
  const map = page.getByRole('group', { name: /^Where/ });
  await tabTo(page, map.getByRole('link').first());
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAccessibleName(/: \d+$/);
  await expect(map.locator('use.focused')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explain\?figure=facilitiesLive.*region=UA-/);
});

test('a manager sets a target, and an administrator a milestone', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/plan/targets/telemetrySessions');
  await tabTo(page, page.getByLabel('Planned', { exact: true }));
  await page.keyboard.type('For the nation');
  // Days whose months may come first, wherever the browser is from.
  await tabTo(page, page.getByLabel('Date 1', { exact: true }));
  await page.keyboard.type('01012023');
  await tabTo(page, page.getByLabel('Date 2', { exact: true }));
  await page.keyboard.type('12122025');
  const values = page.getByRole('textbox', { name: /^For the nation as a whole/ });
  await tabTo(page, values.first());
  await page.keyboard.type('0');
  await tabTo(page, values.last());
  await page.keyboard.type('30000');
  await enter(page, button(page, 'Save'));
  await expect(answer(page)).toContainText('4 figures have targets');

  const admin = await signedIn(browser, 'Iryna Shevchuk');
  await openWhole(admin, '/plan/milestones/new');
  await enter(admin, button(admin, 'Save'));
  await expect(admin.locator(':focus')).toHaveAttribute('aria-invalid', 'true');
  await admin.keyboard.type('Перша область готова');
  await tabTo(admin, admin.getByLabel('Name in English'));
  await admin.keyboard.type('First region complete');
  await tabTo(admin, admin.getByLabel('When'));
  await admin.keyboard.type('2024-09');
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('First region complete')).toBeVisible();
});

test('a manager makes the labels of a donation, and chooses one to print', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/donations/westmark-2023');
  const section = page.getByRole('region', { name: 'Labels for boxes' });
  await enter(page, section.getByRole('button', { name: 'Make the link' }));
  await expect(page.getByText('The link is made.')).toBeVisible();
  await enter(page, section.getByRole('link', { name: 'Labels to print' }));
  await expect(page.locator('main svg').first()).toBeVisible();
  await tabTo(page, page.getByLabel('Print', { exact: true }));
  await page.keyboard.type('The label of box 1');
  await expect(page.locator('main svg')).toHaveCount(1);
});

test('a manager enters a training session for a facility', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/training/new');
  await enter(page, button(page, 'Register').and(page.locator('[type="submit"]')));
  await expect(page.locator(':focus')).toHaveAttribute('aria-invalid', 'true');
  await tabTo(page, page.getByLabel('Subject', { exact: true }), 'Shift+Tab');
  await page.keyboard.type('Something else');
  await tabTo(page, page.getByLabel('Other subject'));
  await page.keyboard.type('Winter school');
  await tabTo(page, page.getByLabel('Day'));
  await page.keyboard.type('12022024');
  await tabTo(page, page.getByLabel('Hours'));
  await page.keyboard.type('3');
  await tabTo(page, page.getByLabel('Taught by'));
  await page.keyboard.type('National centre of telemedicine');
  await tabTo(page, page.getByLabel('Form', { exact: true }));
  await page.keyboard.type('On site');
  await tabTo(page, page.getByLabel('Held by'));
  await page.keyboard.type('A region');
  await tabTo(page, page.getByLabel('Region', { exact: true }));
  await page.keyboard.type('Lviv');
  await tabTo(page, page.getByLabel('Add a facility'));
  await page.keyboard.type('Sokal district hospital');
  await expect(button(page, /Sokal district hospital/)).toBeVisible();
  await enter(page, button(page, /Sokal district hospital/));
  for (const count of ['Came', 'New to the subject', 'New to telemedicine equipment']) {
    await tabTo(page, page.getByLabel(`Doctors: ${count}`));
    await page.keyboard.type('2');
  }
  await page.keyboard.press('Enter');
  // It may have been entered before: the form asks.
  await expect(page.getByText('Answer this.')).toBeVisible();
  await tabTo(page, page.getByRole('radio').first(), 'Shift+Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText('2 people came from 1 facility');
});

test('an administrator registers a warehouse, and imports facilities from a file', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await openWhole(page, '/warehouses/new');
  await tabTo(page, page.getByLabel('Code', { exact: true }));
  await page.keyboard.type(`UA-W${1000 + (Date.now() % 9000)}`);
  await tabTo(page, page.getByLabel('Region', { exact: true }));
  await page.keyboard.type('Odesa');
  for (const [label, typed] of [
    ['Name in Ukrainian', 'Одеський склад'],
    ['Settlement in Ukrainian', 'Одеса'],
    ['Keeper', 'Port of Odesa'],
  ] as const) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(typed);
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('Port of Odesa')).toBeVisible();

  await openWhole(page, '/facilities/import');
  const file = page.getByLabel('Choose a file');
  await tabTo(page, file);
  const lines = ['Code;Назва українською;Type;Region;Settlement in Ukrainian;Internet;Power', ''];
  lines[1] = `UA-${800_000 + (Date.now() % 90_000)};Клініка;Rural clinic;Lviv;Ходорів;Mobile;Grid`;
  const buffer = Buffer.from(lines.join('\r\n'));
  // What the browser asks its system for is no page.
  await file.setInputFiles({ name: 'clinics.csv', mimeType: 'text/csv', buffer });
  const outcome = page.getByRole('heading', { level: 2 });
  await expect(outcome).toHaveText('1 new, 0 changed, 0 unchanged, 0 refused');
  await expect(outcome).toBeFocused();
  await enter(page, button(page, 'Save 1 row'));
  await expect(outcome).toHaveText(/^Saved: 1 new/);
  await expect(outcome).toBeFocused();
});

test('a donor reads what became of the aid by value and units, and opens a region', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await openWhole(page, '/donors/sample');
  await tabTo(
    page,
    button(page, 'Units')
      .or(page.getByRole('radio', { name: 'Units' }))
      .first(),
  );
  await page.keyboard.press('Space');
  await expect(page.locator(':focus')).toHaveAccessibleName('Units');
  const map = await onMap(page);
  await tabTo(page, map.getByRole('link').and(page.locator('[tabindex="0"]')));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAccessibleName(/: \$[\d,.]+/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explain\?figure=aidInUseUsd/);
});

test('a head looks at equipment and at what solutions still need', async ({ browser }) => {
  const page = await signedIn(browser, hospital, { viewport: phone });
  await openWhole(page, '/my-facility');
  await enter(page, page.locator('main a[href^="/my-facility/equipment/westmark"]').first());
  await enter(page, button(page, 'It does not work'));
  await expect(answer(page)).toBeFocused();
  await tabTo(page, button(page, 'Cancel'));
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText('×');
  await enter(page, link(page, 'To my facility'));
  await enter(page, page.locator('main a[href="/my-facility/readiness"]'));
  await expect(page).toHaveURL(/\/readiness$/);
  await enter(page, page.locator('main summary').first());
  await enter(page, page.locator('main a[href*="/readiness/"]').filter({ visible: true }).first());
  await expect(page).toHaveURL(/\/readiness\/[\w-]+$/);
});
