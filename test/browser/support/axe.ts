/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './journey.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe finds on the screen that is open stays. */
export const expectAccessible = (page: Page, screen?: string): Promise<void> =>
  expectNothing(page, { runOnly: tags }, screen);

/** The same of its colours alone, which is all that differs in the dark. */
export const expectContrast = (page: Page, screen?: string): Promise<void> =>
  expectNothing(page, { runOnly: ['color-contrast'] }, screen);

async function expectNothing(page: Page, options: axe.RunOptions, screen?: string): Promise<void> {
  // It is brought to each page once, and stays as long as the page does.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((asked) => window.axe.run(asked), {
    ...options,
    // What is good need not be described.
    resultTypes: ['violations' as const],
  });
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  expect.soft(found, screen).toEqual([]);
}
