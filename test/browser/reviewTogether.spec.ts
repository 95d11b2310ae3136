import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, expectComplaints, test } from './support/journey.ts';
import { approve, manager, openQueue, queue, title, waiting } from './support/reviewing.ts';

const plan = (page: Page) => page.getByRole('dialog');
const together = (page: Page) => page.getByRole('region', { name: 'Approve all with nothing unusual' });

const confirm = (page: Page) => plan(page).getByRole('button', { name: /^Approve \d+ reports?$/ });

/** Opens the plan of what is approved together; how many it lists. */
async function openPlan(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Approve all with nothing unusual' }).click();
  await expect(confirm(page)).toBeVisible();
  return Number(/\d+/.exec(await confirm(page).innerText())?.[0]);
}

test('what is approved together is listed first, and undone in time it is not done', async ({ browser }) => {
  const page = await manager(browser);
  await openQueue(page);
  const before = await waiting(page);
  const plain = await openPlan(page);
  const cells = plan(page).getByRole('row').locator('td:last-child');
  await expect(cells).toHaveCount(plain);
  const numbers = await cells.allInnerTexts();
  const sum = numbers.reduce((all, one) => all + Number(one), 0);
  await expect(
    plan(page).getByText(`${sum.toLocaleString('en-GB')} teleconsultations become approved.`),
  ).toBeVisible();
  let asked = 0;
  await page.route('**/reviews/approvals', (route) => {
    asked += 1;
    return route.continue();
  });

  await confirm(page).click();
  await expect(together(page).getByText(`${plain} reports are approved in 10 seconds.`)).toBeVisible();
  await expect(together(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('button', { name: 'Approve all with nothing unusual' })).toBeFocused();
  await page.waitForTimeout(11_000);
  expect(asked).toBe(0);
  expect(await waiting(page)).toBe(before);
});

/** Somebody else approves the first plain report of the queue; which it was. */
async function approvedByAnother(page: Page): Promise<string> {
  await queue(page)
    .getByRole('link')
    .filter({ hasNotText: /to look at|explained|: –/ })
    .first()
    .click();
  await expect(title(page)).toBeFocused();
  const theirs = await title(page).innerText();
  await approve(page).click();
  await expect(page.getByText(`${theirs}: approved.`)).toBeVisible();
  return theirs;
}

test('all that are plain are approved together, each once; what somebody else dealt with is left and told why', async ({
  browser,
}) => {
  const [page, other] = [await manager(browser), await manager(browser)];
  await openQueue(page);
  await openQueue(other);
  const before = await waiting(page);
  const plain = await openPlan(page);
  const theirs = await approvedByAnother(other);

  // The second batch is approved, but its answer gets lost: asked for again, each is approved once.
  let batches = 0;
  await page.route('**/reviews/approvals', async (route) => {
    batches += 1;
    if (batches !== 2) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await confirm(page).click();
  await together(page).getByRole('button', { name: 'Approve now' }).click();
  await expect(together(page).getByText(/There is no network.*\d+ reports? (is|are) left/)).toBeVisible({
    timeout: 60_000,
  });
  expectComplaints(page, /ERR_FAILED/);
  await together(page).getByRole('button', { name: 'Try again' }).click();

  await expect(together(page).getByText(`${plain - 1} reports approved.`)).toBeVisible({ timeout: 60_000 });
  await expect(together(page).getByText('1 could not be approved and stays:')).toBeVisible();
  await expect(together(page).getByRole('listitem')).toContainText(theirs);
  await expect(together(page).getByRole('listitem')).toContainText(/changed this meanwhile|does not wait/);
  await expectAccessible(page);
  await together(page).getByRole('button', { name: 'Close' }).click();
  expect(await waiting(page)).toBe(before - plain + 1);
  const others = queue(page)
    .getByRole('link')
    .filter({ hasNotText: theirs.split(',')[0] });
  await expect(others.first()).toBeVisible();
  for (const row of await others.all()) await expect(row).toContainText(/to look at|explained|: –/);
});
