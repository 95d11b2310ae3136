/// <reference lib="dom" />
import { address } from './support/address.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, listen, test } from './support/journey.ts';

test('whoever writes a program reads how to return a month, without signing in', async ({ page }) => {
  await page.goto('/api');

  const operation = page.locator('details', { hasText: 'Send a report back' });
  await operation.locator('summary').click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The interface for programs (API)');
  await expect(operation).toContainText('/facilities/{facilityId}/reports/{month}/return');
  await expect(operation).toContainText('With a token of someone who is signed in.');
  await expect(operation.locator('pre').first()).toContainText('"field": "figures.');
  await expect(operation).toContainText('wrongState');
});

for (const [locale, colorScheme, width] of [
  ['en', 'light', 1440],
  ['uk', 'dark', 1440],
  ['be', 'light', 390],
  ['ru', 'dark', 320],
] as const)
  test(`the interface can be read by all and does not scroll sideways: ${locale}, ${colorScheme}, ${width} px`, async ({
    browser,
  }) => {
    const viewport = { width, height: 844 };
    const context = await browser.newContext({ baseURL: address, locale, colorScheme, viewport });
    const page = listen(await context.newPage());
    await page.goto('/api');
    await page.locator('main h2').first().waitFor();

    for (const id of ['facilities.register', 'reports.return', 'Finding'])
      await page.locator(`details[id="${id}"] > summary`).click();

    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await expectAccessible(page);
    await context.close();
  });

test('the menu leads there', async ({ page }) => {
  await page.goto('/sign-in');
  await page.locator('header summary').click();
  await page.getByRole('link', { name: 'The interface for programs (API)' }).click();

  await expect(page).toHaveURL(/\/api$/);
});
