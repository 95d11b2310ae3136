/// <reference lib="dom" />
import type { Browser, Page } from '@playwright/test';
import { expectAccessible, expectContrast } from './support/axe.ts';
import { expect, signedIn, test } from './support/journey.ts';
import { onMap } from './support/map.ts';
import { openWhole } from './support/settled.ts';

// The rollout is watched on the map: by region and month, down to the facility.

const october = '/overview?month=2024-10';
const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');
const shade = (page: Page) => page.getByRole('combobox', { name: 'Shade the regions by' });

/** What the page asks the API for from now on. */
function askedBy(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  return asked;
}

test('a map is fetched when it comes into view, and asks the server for nothing', async ({ browser }) => {
  const page = await manager(browser);
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await openWhole(page, october);
  expect(files.filter((file) => /boundaries|parts/.test(file))).toEqual([]);
  const asked = askedBy(page);

  const map = await onMap(page);

  await expect(map.getByRole('link')).toHaveCount(27);
  expect(files.filter((file) => /boundaries/.test(file))).toHaveLength(1);
  expect(asked).toEqual([]);
});

test('a region that is chosen by keyboard filters the page, is in the address, and is there again', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openWhole(page, october);
  const lviv = (await onMap(page)).getByRole('link', { name: /^Lviv/ });
  await lviv.focus();
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/region=UA-46/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Lviv/);
  await expect(lviv).toHaveAttribute('aria-current', 'true');
  await expect(lviv).toBeFocused();

  await page.reload();
  await expect((await onMap(page)).getByRole('link', { name: /^Lviv/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await page.keyboard.press('Tab');
  await lviv.click();
  await expect(page).not.toHaveURL(/region=/);
});

test('any figure shades the regions, shared out too; the table has what the map says', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openWhole(page, october);
  const map = await onMap(page);
  await shade(page).selectOption('Teleconsultations');
  await page.getByRole('combobox', { name: 'In all, or shared out' }).selectOption('Per live facility');
  await expect(page).toHaveURL(/shade=teleconsultations/);
  await expect(page).toHaveURL(/per=live/);
  // The address is there a moment before the map is.
  await expect(page.getByRole('group', { name: /^Teleconsultations.*per live facility/ })).toBeVisible();
  const said = await map.getByRole('link').evaluateAll((links) => links.map((link) => link.ariaLabel));
  // Luhansk, Sevastopol and Crimea, by the country's pack.
  expect(said.filter((words) => words?.endsWith(': out of reach'))).toHaveLength(3);

  const twin = page.locator('summary', { hasText: 'Show as a table: Where' });
  await twin.click();
  const table = page.getByRole('table', { name: /^Teleconsultations.*per live facility/ });
  await expect(table.locator('tbody tr')).toHaveCount(27);
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

  expect(rows.map(([region, value]) => `${region}: ${value}`).sort()).toEqual(said.toSorted());
});

test('an address of the release before shows what it showed', async ({ browser }) => {
  const page = await manager(browser);
  await openWhole(page, `${october}&shade=reports`);
  await expect(shade(page)).toHaveValue('reports');
  await expect((await onMap(page)).getByRole('link', { name: /^Lviv: \d+%$/ })).toBeVisible();

  await openWhole(page, `${october}&shade=nothing&per=nobody&facility=UA-9999&show=satellite&zoom=7`);
  await expect(shade(page)).toHaveValue('facilitiesLive');
  await expect((await onMap(page)).getByRole('link')).toHaveCount(27);

  await openWhole(page, '/overview?show=facilities&facility=UA-999999&month=2031-13&region=UA-99');
  await expect(page.getByText('2031-13')).toBeVisible();
  await expect((await onMap(page)).locator('.marks').getByRole('button').first()).toBeVisible();
  await expect(page.getByText('UA-999999')).toBeVisible();
});

test('a region that cannot be reached is said to be so by map, legend, table and its own page, and is no 0', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openWhole(page, october);
  const map = await onMap(page);
  const where = page.locator('figure').filter({ has: page.getByRole('heading', { name: 'Where' }) });

  await expect(map.getByRole('link', { name: 'Crimea: out of reach' })).toBeVisible();
  await expect(where.getByRole('list', { name: 'Legend' })).toContainText('out of reach');
  await where.locator('summary').click();
  await expect(where.getByRole('row', { name: 'Crimea out of reach' })).toBeVisible();
  await expect(page.getByText('Without regions out of reach: Luhansk, Sevastopol, Crimea.')).toBeVisible();
  const regions = page.getByRole('table', { name: 'Regions' });
  await expect(regions.getByRole('row', { name: /^Crimea out of reach/ })).toBeVisible();

  await shade(page).selectOption('Facilities planned');
  await expect(map.getByRole('link', { name: 'Luhansk: 2' })).toBeVisible();
  await openWhole(page, '/overview?month=2022-06');
  await expect((await onMap(page)).getByRole('link', { name: 'Luhansk: 0' })).toBeVisible();

  await page.goto('/regions/UA-43');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Crimea: out of reach');
  await expect(page.getByText('Out of reach since 20 February 2014.')).toBeVisible();
});

test('two fingers look closer, and one finger then moves the map', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko', {
    viewport: { width: 412, height: 823 },
    hasTouch: true,
    isMobile: true,
  });
  await openWhole(page, october);
  const map = await onMap(page);
  await map.evaluate((sheet) => sheet.scrollIntoView({ block: 'center' }));
  const box = await map.boundingBox();
  if (!box) throw new Error('The map has a place.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
    });
  const scale = async () =>
    Number(
      /scale\(([\d.]+)/.exec((await map.locator('svg > g').first().getAttribute('transform')) ?? '')?.[1],
    );
  const whole = await scale();

  await touch('touchStart', [
    [x - 20, y],
    [x + 20, y],
  ]);
  for (const apart of [30, 40, 50, 60])
    await touch('touchMove', [
      [x - apart, y],
      [x + apart, y],
    ]);
  await touch('touchEnd', []);

  await expect(page.getByRole('button', { name: 'Whole map' })).toBeEnabled();
  const closer = await scale();
  expect(closer / whole).toBeCloseTo(3, 1);

  const before = await map.locator('svg > g').first().getAttribute('transform');
  const scrolled = await page.evaluate(() => scrollY);
  await touch('touchStart', [[x, y]]);
  for (const moved of [10, 20, 30]) await touch('touchMove', [[x - moved, y - moved]]);
  await touch('touchEnd', []);
  expect(await map.locator('svg > g').first().getAttribute('transform')).not.toBe(before);
  expect(await scale()).toBe(closer);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await expect(page).not.toHaveURL(/region=/);
});

test('the months play over the map, without a request, and stop at the last', async ({ browser }) => {
  const page = await manager(browser);
  await openWhole(page, october);
  const zhytomyr = (await onMap(page)).getByRole('link', { name: /^Zhytomyr/ });
  const before = await zhytomyr.getAttribute('aria-label');
  const asked = askedBy(page);

  await page.getByRole('button', { name: 'Play the months' }).first().click();

  await expect(page).toHaveURL(/month=2024-11/);
  await expect(zhytomyr).not.toHaveAttribute('aria-label', before ?? '');
  await expect(page).toHaveURL(/month=2024-12/);
  await expect(page.getByRole('button', { name: 'Play the months' }).first()).toBeVisible();
  expect(asked).toEqual([]);

  // From the last month it begins anew, and can be stopped.
  await page.getByRole('button', { name: 'Play the months' }).first().click();
  await expect(page).toHaveURL(/month=2022-0/);
  await page.getByRole('button', { name: 'Stop' }).first().click();
  await expect(page.getByRole('button', { name: 'Play the months' }).first()).toBeVisible();
});

test('one looks closer with keys, buttons and the mouse', async ({ browser }) => {
  const page = await manager(browser);
  await openWhole(page, october);
  const map = await onMap(page);
  const whole = page.getByRole('button', { name: 'Whole map' });
  const moved = () => map.locator('svg > g').first().getAttribute('transform');
  await expect(whole).toBeDisabled();

  await map.getByRole('link', { name: /^Lviv/ }).focus();
  await page.keyboard.press('+');
  await expect(whole).toBeEnabled();
  await page.keyboard.press('0');
  await expect(whole).toBeDisabled();
  await page.getByRole('button', { name: 'Look closer' }).click();
  const closer = await moved();
  const box = await map.boundingBox();
  if (!box) throw new Error('The map has a place.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2 - 20, { steps: 4 });
  await page.mouse.up();

  expect(await moved()).not.toBe(closer);
  await expect(page).not.toHaveURL(/region=/);
});

test('facilities open from marks of several to one, which says what it has to do with others', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openWhole(page, october);
  await onMap(page);
  await page.getByRole('link', { name: 'Where facilities are' }).click();
  const map = await onMap(page);
  const marks = map.locator('.marks');
  await expect(page.getByText(/^Facilities as of .+, whatever month is chosen\.$/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Legend' }).last()).toContainText('out of reach');
  const several = marks.getByRole('button', { name: /^\d+ facilities: / });
  await expect(several.first()).toBeVisible();
  await several.first().focus();
  const focused = page.locator(':focus');
  while ((await focused.evaluate((mark) => mark.tagName)) === 'BUTTON') await page.keyboard.press('Enter');
  const name = await focused.evaluate((link) => link.ariaLabel?.split(':')[0] ?? link.textContent);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/facility=UA-\d+/);
  const card = page.locator('section', { has: page.getByRole('link', { name: 'Open the facility' }) }).last();
  await expect(card).toContainText(name);

  await openWhole(page, '/overview?show=facilities&facility=UA-0102');
  await onMap(page);
  await expect(card).toContainText('Vynohradiv district clinic');
  await expect(
    card
      .getByText('Gives consultations')
      .or(card.getByText(/consultations/))
      .first(),
  ).toBeVisible();
  await card.getByRole('listitem').getByRole('link').first().click();
  await expect(page).not.toHaveURL(/UA-0102/);
  await expect(card).not.toContainText('Vynohradiv');
  await card.getByRole('link', { name: 'Open the facility' }).click();
  await expect(page).toHaveURL(/\/facilities\/UA-/);
});

test('a donor sees regions and is told of no place of a facility', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  const asked = askedBy(page);
  await openWhole(page, `${october}&show=facilities&facility=UA-0102`);
  const map = await onMap(page);

  await expect(map.getByRole('link', { name: /^Lviv: \d+/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Where facilities are' })).toHaveCount(0);
  expect(asked.filter((path) => path.includes('/facilities'))).toEqual([]);
});

test('nothing that axe finds is on a map, in light and dark', async ({ browser }) => {
  const page = await manager(browser);
  for (const path of [
    october,
    `${october}&shade=teleconsultations&per=live&region=UA-46`,
    '/overview?show=facilities&facility=UA-0102',
    '/regions/UA-46',
    '/donors/lantern-foundation',
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await openWhole(page, path);
      await onMap(page);
      if (colorScheme === 'light') await expectAccessible(page, path);
      else await expectContrast(page, `${path}, dark`);
    }
  }
});
