/// <reference lib="dom" />
import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { address } from './address.ts';

/** Chromium mentions refused requests on its console; journeys that expect one say so. */
const complaints = new Map<Page, string[]>();

/** Hears what a page complains of. */
export function listen(page: Page): Page {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return page;
}

/** A journey fails on anything its browsers complain of. */
export const test = base.extend<{ quiet: undefined }>({
  baseURL: async ({}, use) => use(address),
  quiet: [
    async ({ page }, use) => {
      complaints.clear();
      listen(page);
      await use(undefined);
      expect([...complaints.values()].flat()).toEqual([]);
    },
    { auto: true },
  ],
});

/** Forgets what a page complained of: the journey expected it. */
export function expectComplaints(page: Page, what: RegExp): void {
  const heard = complaints.get(page) ?? [];
  complaints.set(
    page,
    heard.filter((text) => !what.test(text)),
  );
}

/** Signs in through the provider's own page, as the demo account of this name. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: account }).first().click();
  await page.waitForURL((url) => !/sign-in|signed-in|identity/.test(url.pathname));
}

/** A browser of its own in which this demo account is signed in. */
export async function signedIn(browser: Browser, account: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address });
  const page = listen(await context.newPage());
  await signIn(page, account);
  return page;
}

export { expect };
