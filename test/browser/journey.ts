import { test as base, expect, type Page } from '@playwright/test';

/** A journey fails on anything the browser complains of, unless the test says it expects it. */
export const test = base.extend<{ complaints: string[] }>({
  baseURL: async ({}, use) => use(process.env['BASE_URL']),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs in through the provider's own page, as the demo account of this name. */
export async function signIn(page: Page, account: string | RegExp): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: account }).first().click();
  await page.waitForURL((url) => !/sign-in|signed-in|identity/.test(url.pathname));
}

export { expect };
