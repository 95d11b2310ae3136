/// <reference lib="dom" />
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { address, startFor, stopStarted } from './address.ts';

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

/** A journey fails on anything its browsers complain of, and leaves none of them open to work on beside the next. */
export const test = base.extend<{ country: string; quiet: undefined }, { countries: undefined }>({
  countries: [
    async ({}, use) => {
      await use(undefined);
      await stopStarted();
    },
    { auto: true, scope: 'worker' },
  ],
  // The first start builds, and loads the sample.
  country: [async ({}, use, { file }) => use(await startFor(file)), { auto: true, timeout: 600_000 }],
  baseURL: async ({ country }, use) => use(country),
  quiet: [
    async ({ browser, page }, use) => {
      complaints.clear();
      listen(page);
      await use(undefined);
      const heard = [...complaints.values()].flat();
      const opened = browser.contexts().filter((context) => context !== page.context());
      await Promise.all(opened.map((context) => context.close()));
      expect(heard).toEqual([]);
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

/** Tokens by country and account: signing in takes seconds, and one journey is about it. */
const known = new Map<string, string>();

async function tokensOf(browser: Browser, account: string): Promise<string> {
  const key = `${address} ${account}`;
  const before = known.get(key);
  if (before) return before;
  const page = await browser.newPage({ baseURL: address });
  await signIn(page, account);
  const tokens = await page.evaluate(() => String(localStorage['tokens']));
  await page.context().close();
  known.set(key, tokens);
  return tokens;
}

/** A browser of its own that has nothing but the tokens of this demo account. */
export async function signedInContext(
  browser: Browser,
  account: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const tokens = { name: 'tokens', value: await tokensOf(browser, account) };
  const storageState = { cookies: [], origins: [{ origin: address, localStorage: [tokens] }] };
  return browser.newContext({ baseURL: address, storageState, ...options });
}

/** An empty page of such a browser: what a journey is about is the first that it loads. */
export async function signedIn(
  browser: Browser,
  account: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return listen(await (await signedInContext(browser, account, options)).newPage());
}

/** The same, on the page where this account's work begins. */
export async function atWork(browser: Browser, account: string): Promise<Page> {
  const page = await signedIn(browser, account);
  await page.goto('/start');
  await page.waitForURL(({ pathname }) => pathname !== '/start');
  return page;
}

export { expect };
