import type { Page } from '@playwright/test';
import { atWork, expect, signedIn, test } from './support/journey.ts';

const answer = (page: Page) => page.getByRole('heading', { level: 1 });
const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
/** The number in the list's first sentence is that of its rows. */
const expectWhole = (page: Page) =>
  expect
    .poll(async () => {
      const [n] = /\d+/.exec((await answer(page).textContent()) ?? '') ?? [];
      return Number(n) - (await rows(page).count());
    })
    .toBe(0);

test('a capability on the overview opens the facilities that have it, and the list says so', async ({
  browser,
}) => {
  const page = await atWork(browser, 'Olena Kovalenko');
  const row = page.getByRole('row', { name: /^Virtual operating room/ });
  await row.getByRole('link').first().click();
  await expect(answer(page)).toContainText('Facilities with virtual operating room: 2');
  await page.getByRole('link', { name: 'See it as a list' }).click();

  await expect(page).toHaveURL(/\/facilities\?capability=virtualOperatingRoom$/);
  await expect(answer(page)).toHaveText(
    /^\s*2 facilities have what they need for virtual operating room\.\s*$/,
  );
  await expect(rows(page)).toHaveCount(2);

  await page.getByRole('combobox', { name: 'Capability' }).selectOption('Self-examination');
  await expect(answer(page)).toContainText('for self-examination');
  await expectWhole(page);
  await page.getByRole('combobox', { name: 'Stage' }).selectOption('Live');
  await expect(page).toHaveURL(/stage=live/);
  await expectWhole(page);
  await page.goBack();
  await expect(page.getByRole('combobox', { name: 'Capability' })).toHaveValue('selfExamination');
});

test('who used a capability is found in the reports of the month, region by region', async ({ browser }) => {
  const page = await atWork(browser, 'Olena Kovalenko');
  const capabilities = page.getByRole('table', { name: 'What facilities can do' });
  const row = capabilities.getByRole('row', { name: /^Self-examination/ });
  await expect(row.getByRole('link')).toHaveCount(2);
  const using = row.getByRole('link').last();
  const count = await using.innerText();
  await using.click();
  await expect(answer(page)).toContainText(`: ${count}`);
  await page.getByRole('link', { name: 'See it as a list' }).click();

  await expect(page).toHaveURL(/\/reports\?month=2024-10&capability=selfExamination$/);
  await expect(answer(page)).toHaveText(`All regions: ${count} facilities used self-examination.`);
  const first = page.locator('tbody tr').first();
  const uses = Number(await first.getByRole('cell').first().innerText());
  await first.getByRole('link').click();
  await expect(page).toHaveURL(/region=UA-/);
  await expect(answer(page)).toContainText(`${uses} facilit`);
  await expect(page.locator('tbody tr')).toHaveCount(uses);
});

test('gaps that are due lead from the overview to the place, and to the checklist on which they are closed', async ({
  browser,
}) => {
  const page = await atWork(browser, 'Olena Kovalenko');
  await page.getByRole('link', { name: /readiness gaps? to look at again/ }).click();

  await expect(page).toHaveURL(/\/facilities\?concern=readinessGap$/);
  await expect(answer(page)).toContainText('look at again');
  const gaps = page.getByRole('main').locator('a[href*="/readiness/"]');
  await expect(gaps.first()).toBeVisible();
  await expect(page.getByText(/look again since \d+ \w+ 20\d\d/).first()).toBeVisible();

  const name = (await gaps.first().textContent()) ?? '';
  const [, solution = ''] = /\((.+)\)/.exec(name) ?? [];
  await gaps.first().click();
  await expect(answer(page)).toHaveText(`Readiness: ${solution}`);
  await page.goBack();
  await page.getByRole('combobox', { name: 'Readiness' }).selectOption('Any readiness');
  await expect(answer(page)).toContainText('328 of them live');
});

test('a donor is told of no gap', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/overview');

  await expect(page.getByRole('heading', { name: 'What needs attention' })).toBeVisible();
  await expect(page.getByText(/readiness gap/)).toHaveCount(0);
});
