/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expect, signedIn, test } from './journey.ts';
import { hospital } from './phone.ts';

/** The narrowest phone, and the narrowest window in which tables and charts stand side by side. */
const widths = [320, 1024];
const visits = [
  {
    account: 'Olena Kovalenko',
    paths: ['/overview?month=2024-11', '/review', '/facilities', '/reports?month=2024-10&region=UA-46'],
  },
  { account: hospital, paths: ['/my-facility', '/my-facility/2024-05'] },
];

/** How far the page goes beyond its window, in pixels. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const locale of ['en', 'uk', 'be', 'ru'])
  test(`no screen scrolls sideways on a phone or a small screen, in ${locale}`, async ({ browser }) => {
    for (const { account, paths } of visits) {
      const page = await signedIn(browser, account, { locale });
      for (const path of paths) {
        await page.setViewportSize({ width: widths[0] ?? 0, height: 800 });
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await expect.poll(() => overhang(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
        }
      }
      await page.context().close();
    }
  });
