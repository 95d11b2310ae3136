import { expectAccessible } from './support/axe.ts';
import { atWork, expect, expectComplaints, test } from './support/journey.ts';
import { approve, desk, manager, openQueue, queue, showAll, title, waiting } from './support/reviewing.ts';

test('one key approves; the next report takes its place, and the facility shows it at once', async ({
  browser,
}) => {
  const page = await manager(browser);
  await openQueue(page);
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
  const page = await atWork(browser, 'Olena Kovalenko');
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

  await expect.poll(counted).toBe(before - 1);
});

test('a long queue comes page by page, and says from the first how many wait in all', async ({ browser }) => {
  const page = await manager(browser);
  await openQueue(page);
  const rows = queue(page).getByRole('listitem');
  const all = await waiting(page);
  expect(await rows.count()).toBeLessThan(all);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/To look at: \d+\. Clear: \d+\./);
  const told = await heading.innerText();
  const [, flagged, clear] = (/at: (\d+)\. Clear: (\d+)/.exec(told) ?? []).map(Number);
  expect((flagged ?? 0) + (clear ?? 0)).toBe(all);
  // Those to look at are all here with the first page, and first.
  await expect(rows.nth(flagged ?? 0).getByRole('heading')).toHaveText(/^Clear/);

  await showAll(page);
  await expect(heading).toHaveText(told);

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

  await expect
    .poll(async () => name.includes((await title(page).innerText()).split(',')[0] ?? name))
    .toBe(true);
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
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Return', exact: true })).toBeFocused();
  await page.keyboard.press('r');
  const reason = page.getByLabel('What should be checked?');
  // It is already written from what was found, about the figure that is chosen.
  await expect(reason).toHaveValue(/^.+: \d+.* Is it right\?$/);
  const figure = page.getByLabel('Which figure?').getByRole('option', { selected: true });
  expect(await reason.inputValue()).toContain(await figure.innerText());
  await reason.fill('');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Write at least three letters.')).toBeVisible();
  await expect(reason).toBeFocused();
  await page.getByLabel('Which figure?').selectOption('Telemetry sessions');
  await reason.fill('Is this the whole month?');
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
  const goOn = other.getByRole('button', { name: 'Go on with the next' });
  await expect(goOn).toBeFocused();
  await goOn.click();
  await expect(title(other)).not.toHaveText(first);
  await expect(title(other)).toBeFocused();
});

test('what was changed meanwhile is looked at as it is now, from its heading', async ({ browser }) => {
  const page = await manager(browser);
  const queued = page.waitForResponse('**/api/v1/reviews**');
  await openQueue(page);
  const { waiting: shown, triage } = await (await queued).json();
  const rows = [...shown, ...triage.behind];
  const first = await title(page).innerText();
  // As if it had been returned and handed in again since.
  await page.route('**/approval', async (route) => {
    const [, facilityId] = /facilities\/([^/]+)/.exec(route.request().url()) ?? [];
    const { report } = rows.find(
      (row: { report: { facilityId: string } }) => row.report.facilityId === facilityId,
    );
    const current = { ...report, version: report.version + 2 };
    const body = { status: 409, code: 'stale', detail: 'This was changed.', current };
    await route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(body) });
  });

  await approve(page).click();
  const look = page.getByRole('button', { name: 'Look at it as it is now' });
  await expect(look).toBeFocused();
  await look.click();

  await expect(title(page)).toBeFocused();
  await expect(title(page)).toHaveText(first);
  await expect(approve(page)).toBeVisible();
  expectComplaints(page, /409/);
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
