import type { Browser, Page } from '@playwright/test';
import { expect, signedIn } from './journey.ts';

export const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');
export const queue = (page: Page) => page.getByRole('list', { name: /Waiting reports/ });
export const desk = (page: Page) => page.getByRole('region', { name: 'The report to review' });
export const title = (page: Page) => desk(page).getByRole('heading', { level: 2 });
export const approve = (page: Page) => page.getByRole('button', { name: 'Approve', exact: true });

/** How many wait, as the page says. */
export async function waiting(page: Page): Promise<number> {
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/wait/);
  return Number.parseInt(await heading.innerText()) || 0;
}

/** Fetches page after page until the whole queue is here. */
export async function showAll(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: 'Show more' });
  const rows = queue(page).getByRole('listitem');
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
  }
}

export async function openQueue(page: Page): Promise<void> {
  await page.goto('/review');
  await expect(title(page)).toBeVisible();
  await expect(approve(page)).toBeVisible();
}
