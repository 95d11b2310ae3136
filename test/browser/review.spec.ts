import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, expectComplaints, signedIn, test } from './journey.ts';

const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');
const queue = (page: Page) => page.getByRole('list', { name: /Waiting reports/ });
const desk = (page: Page) => page.getByRole('region', { name: 'The report to review' });
const title = (page: Page) => desk(page).getByRole('heading', { level: 2 });
const approve = (page: Page) => page.getByRole('button', { name: 'Approve', exact: true });

/** How many wait, as the page says. */
async function waiting(page: Page): Promise<number> {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/wait/);
  return Number.parseInt(await heading.innerText()) || 0;
}

/** Fetches page after page until the whole queue is here. */
async function showAll(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: 'Show more' });
  const rows = queue(page).getByRole('listitem');
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
}

async function openQueue(page: Page): Promise<void> {
  await page.goto('/review');
  await expect(title(page)).toBeVisible();
  await expect(approve(page)).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('one key approves; the next report takes its place, and the facility shows it at once', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openQueue(page);
  await expectAccessible(page);
  const before = await waiting(page);
  const first = await title(page).innerText();
  const facility = await desk(page).getByRole('link', { name: 'Open the facility' }).getAttribute('href');

  await desk(page).getByRole('link', { name: 'Open the facility' }).focus();
  await page.keyboard.press('a');

  await expect(page.getByText(`${first}: approved.`)).toBeVisible();
  await expect(title(page)).not.toHaveText(first);
  await expect(title(page)).toBeFocused();
  expect(await waiting(page)).toBe(before - 1);
  await page.goto(`${facility}/2024-10`);
  await expect(page.getByText('Approved', { exact: true }).first()).toBeVisible();
});

test('the overview counts what waits as the queue does, and one less once one is approved', async ({
  browser,
}) => {
  const page = await manager(browser);
  const concern = page.getByRole('link', { name: /reports wait for review/ });
  const counted = async () => Number.parseInt(await concern.innerText());
  const before = await counted();
  await concern.click();
  await expect(approve(page)).toBeVisible();
  expect(await waiting(page)).toBe(before);
  const first = await title(page).innerText();

  await approve(page).click();
  await expect(page.getByText(`${first}: approved.`)).toBeVisible();
  await page.getByRole('link', { name: 'Overview', exact: true }).click();

  await expect(concern).toBeVisible();
  expect(await counted()).toBe(before - 1);
});

test('a long queue comes page by page, and says from the first how many wait in all', async ({ browser }) => {
  const page = await manager(browser);
  await openQueue(page);
  const rows = queue(page).getByRole('listitem');
  const all = await waiting(page);
  expect(await rows.count()).toBeLessThan(all);

  await showAll(page);

  await expect(rows).toHaveCount(all);
  expect(await waiting(page)).toBe(all);
});

test('a report far behind in the queue is opened from its facility', async ({ browser }) => {
  const page = await manager(browser);
  await openQueue(page);
  const here = queue(page).getByRole('listitem');
  const first = await here.count();
  await showAll(page);
  const last = here.last().getByRole('link');
  const address = (await last.getAttribute('href')) ?? '';
  const [, facility = ''] = /open=([^/]+)/.exec(address) ?? [];

  await page.goto(`/facilities/${facility}`);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('link', { name: /^Review / }).click();
  await expect(title(page)).toBeVisible();

  expect(name).toContain((await title(page).innerText()).split(',')[0]);
  await expect(here).toHaveCount(first + 1);
});

test('a report is returned by keyboard, with the figure and the reason', async ({ browser }) => {
  const page = await manager(browser);
  await openQueue(page);
  const first = await title(page).innerText();

  await queue(page).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('r');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Write at least three letters.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Which figure?').selectOption('Telemetry sessions');
  await page.getByLabel('What should be checked?').fill('Is this the whole month?');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText(`${first}: returned.`)).toBeVisible();
  await expect(title(page)).not.toHaveText(first);
});

test('who is overtaken sees by whom, and goes on with the next', async ({ browser }) => {
  const [one, other] = [await manager(browser), await manager(browser)];
  await openQueue(one);
  await openQueue(other);
  const first = await title(one).innerText();
  await expect(title(other)).toHaveText(first);

  await approve(one).click();
  await expect(one.getByText(`${first}: approved.`)).toBeVisible();
  await approve(other).click();

  await expect(other.getByText(/Olena Kovalenko approved it meanwhile/)).toBeVisible();
  await expect(other.getByText('The figures are those you saw.')).toBeVisible();
  expectComplaints(other, /409/);
  await other.getByRole('button', { name: 'Go on with the next' }).click();
  await expect(title(other)).not.toHaveText(first);
});

test('an answer that got lost is asked for again, and the report is approved once', async ({ browser }) => {
  const page = await manager(browser);
  await openQueue(page);
  const first = await title(page).innerText();
  const before = await waiting(page);
  // The server does it, but its answer never arrives.
  await page.route('**/approval', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await approve(page).click();
  await expect(page.getByText('There is no network. Try again when it is back.')).toBeVisible();
  await page.unroute('**/approval');

  await approve(page).click();

  await expect(page.getByText(`${first}: approved.`)).toBeVisible();
  expect(await waiting(page)).toBe(before - 1);
  expectComplaints(page, /ERR_FAILED/);
});

test('a plain report that somebody else dealt with meanwhile is left, and told why', async ({ browser }) => {
  const [page, other] = [await manager(browser), await manager(browser)];
  await openQueue(page);
  await openQueue(other);
  await page.getByRole('button', { name: 'Approve all with nothing unusual' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: /^Approve \d+ reports?$/ });
  const plain = Number(/\d+/.exec(await confirm.innerText())?.[0]);

  const first = queue(other)
    .getByRole('link')
    .filter({ hasNotText: /to look at|explained|: –/ })
    .first();
  await first.click();
  await expect(title(other)).toBeFocused();
  const theirs = await title(other).innerText();
  await approve(other).click();
  await expect(other.getByText(`${theirs}: approved.`)).toBeVisible();
  await confirm.click();

  await expect(dialog.getByText(`${plain - 1} reports approved.`)).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText('1 could not be approved and stays:')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toContainText(theirs);
  await expect(dialog.getByRole('listitem')).toContainText(/changed this meanwhile|does not wait/);
  await expectAccessible(page);
});

test('all that are plain are approved together, after saying how many; the others stay', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openQueue(page);
  await showAll(page);
  const before = await waiting(page);
  await page.getByRole('button', { name: 'Approve all with nothing unusual' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: /^Approve \d+ reports?$/ });
  await expect(confirm).toBeVisible();
  await expectAccessible(page);
  const plain = Number(/\d+/.exec(await confirm.innerText())?.[0]);

  // The second batch is approved, but its answer gets lost: asked for again, each is approved once.
  let batches = 0;
  await page.route('**/reviews/approvals', async (route) => {
    batches += 1;
    if (batches !== 2) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await confirm.click();
  await expect(dialog.getByText(/There is no network.*\d+ reports? (is|are) left/)).toBeVisible();
  expectComplaints(page, /ERR_FAILED/);
  await dialog.getByRole('button', { name: 'Try again' }).click();

  await expect(dialog.getByText(`${plain} reports approved.`)).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await waiting(page)).toBe(before - plain);
  for (const row of await queue(page).getByRole('listitem').all())
    await expect(row).toContainText(/to look at|explained|: –/);
});

test('on a phone the list and the report are views of their own', async ({ browser }) => {
  const page = await manager(browser);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/review');
  await expect(queue(page)).toBeVisible();
  await expect(desk(page)).toBeHidden();

  await queue(page).getByRole('link').first().click();
  await expect(title(page)).toBeVisible();
  await expect(queue(page)).toBeHidden();
  await expectAccessible(page);
  await page.goBack();

  await expect(queue(page)).toBeVisible();
});
