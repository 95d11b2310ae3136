import type { Locator, Page } from '@playwright/test';
import { expect } from './journey.ts';

/** Brings the map of a page into view, which is when it is fetched, and waits until it is drawn. */
export async function onMap(page: Page): Promise<Locator> {
  const place = page
    .locator('figure, section')
    .filter({ has: page.getByRole('heading', { name: /^Where/ }) });
  await expect(place.last()).toBeVisible();
  await place.last().scrollIntoViewIfNeeded();
  const map = place.last().locator('.sheet');
  await expect(map.locator('svg')).toBeVisible();
  return map;
}
