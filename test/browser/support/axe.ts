import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

type Options = Parameters<AxeBuilder['options']>[0];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing that axe finds on the screen that is open stays. */
export const expectAccessible = (page: Page, screen?: string): Promise<void> =>
  expectNothing(page, { runOnly: tags }, screen);

/** The same of its colours alone, which is all that differs in the dark. */
export const expectContrast = (page: Page, screen?: string): Promise<void> =>
  expectNothing(page, { runOnly: ['color-contrast'] }, screen);

async function expectNothing(page: Page, options: Options, screen?: string): Promise<void> {
  // There are no frames, so nothing has to be put together on a page of its own; what is good need not be described.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ ...options, resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  expect.soft(found, screen).toEqual([]);
}
