/// <reference lib="dom" />
import type { Page, Request } from '@playwright/test';
import { expect } from './journey.ts';
import { answer } from './phone.ts';

/** What each page has asked for and not been given yet, and how often it has asked. */
const asking = new WeakMap<Page, { open: Set<Request>; asked: number }>();

/** Notes what a page asks for from now on. */
function watched(page: Page): { open: Set<Request>; asked: number } {
  const before = asking.get(page);
  if (before) return before;
  const here = { open: new Set<Request>(), asked: 0 };
  asking.set(page, here);
  page.on('request', (request) => {
    here.open.add(request);
    here.asked += 1;
  });
  page.on('requestfinished', (request) => here.open.delete(request));
  page.on('requestfailed', (request) => here.open.delete(request));
  return here;
}

/** Two pictures later, with nothing left to do. */
const idle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let picture = 0; picture < 2; picture += 1)
      await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
  });

/**
 * Opens a screen and waits until all of it is there: it has its answer, waits for nothing, and has nothing left to do
 * that would ask for more. Playwright's `networkidle` says the same half a second later.
 */
export async function openWhole(page: Page, path: string): Promise<void> {
  const here = watched(page);
  await page.goto(path);
  await expect(answer(page)).toBeVisible();
  await expect
    .poll(async () => {
      const { asked } = here;
      await idle(page);
      return here.open.size + here.asked - asked;
    }, `${path} is still asking`)
    .toBe(0);
}
