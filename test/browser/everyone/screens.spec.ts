/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expectAccessible, expectContrast } from '../support/axe.ts';
import { expect, expectComplaints, test } from '../support/journey.ts';
import { chartsWithoutWords, hardToReach, largeBars } from '../support/reach.ts';
import { pageOf, screensAbout, subjects, withoutScreen } from '../support/screens.ts';
import { openWhole } from '../support/settled.ts';

// Every screen of the app, as who uses it: in light and dark, and at 400 % of its size, by keyboard.

test.describe.configure({ mode: 'parallel' });
// Axe looks at every mark of a screen.
test.setTimeout(240_000);

/** A window of 1280 by 1024 at 400 %. */
const enlarged = { width: 320, height: 256 };

/** Goes down the page, so that what is fetched when it comes into view is there. */
const seeAll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      // A page that always has something to do is not waited for.
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 100 }));
    }
    scrollTo(0, 0);
  });

test('every page of the app is among the screens', () => {
  // The start only leads on.
  expect(withoutScreen()).toEqual(['/start']);
});

for (const about of subjects)
  test(`screens are for everyone: ${about}`, async ({ browser }) => {
    const screens = await screensAbout(browser, about);
    const page = await pageOf(browser, screens);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const path of screens.paths) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'light' });
      await openWhole(page, path);
      await seeAll(page);
      await expectAccessible(page, path);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectContrast(page, `${path}, dark`);
      expect.soft(await hardToReach(page), path).toEqual([]);
      expect.soft(await chartsWithoutWords(page), path).toEqual([]);

      await page.setViewportSize(enlarged);
      await seeAll(page);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), path)
        .toBeLessThanOrEqual(enlarged.width);
      expect.soft(await largeBars(page), `${path}, enlarged`).toEqual([]);
      expect.soft(await hardToReach(page), `${path}, enlarged`).toEqual([]);
    }
    expectComplaints(page, /404/);
    await page.context().close();
  });
