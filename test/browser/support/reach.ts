/// <reference lib="dom" />
import type { Locator, Page } from '@playwright/test';

/** What is wrong with what can have the focus on a page, as the keyboard goes through it and back. */
export function hardToReach(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]',
      ),
    ].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }));
    // What is behind a dialog cannot be reached, and need not.
    const dialog = document.querySelector('dialog:modal');
    const reached = stops.filter((stop) => !dialog || dialog.contains(stop));

    /** Whether any part of it is in sight, and not beneath something that is not a part of it. */
    const isSeen = (stop: HTMLElement): boolean => {
      const { left, right, top, bottom } = stop.getBoundingClientRect();
      const [x0, x1] = [Math.max(0, left), Math.min(innerWidth, right)];
      const [y0, y1] = [Math.max(0, top), Math.min(innerHeight, bottom)];
      if (x0 >= x1 || y0 >= y1) return false;
      const labels = 'labels' in stop && stop.labels instanceof NodeList ? [...stop.labels] : [];
      return [0.1, 0.3, 0.5, 0.7, 0.9].some((across) =>
        [0.1, 0.3, 0.5, 0.7, 0.9].some((down) => {
          const hit = document.elementFromPoint(x0 + across * (x1 - x0), y0 + down * (y1 - y0));
          return hit && [stop, ...labels].some((part) => part.contains(hit));
        }),
      );
    };
    /** Whether it shows that it has the focus, by itself or, on a map, by a line around it. */
    const isMarked = (stop: HTMLElement): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(stop);
      const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return hasOutline || boxShadow !== 'none' || !!stop.closest('svg')?.querySelector('.focused');
    };

    for (const [way, some] of Object.entries({ forwards: reached, back: reached.toReversed() }))
      for (const stop of some) {
        const name = `${way}: ${stop.outerHTML.slice(0, 160)}`;
        stop.focus();
        // A picture is drawn anew once its focus is known.
        await Promise.resolve();
        if (document.activeElement !== stop) found.push(`cannot have the focus, ${name}`);
        else if (!isSeen(stop)) found.push(`is not seen, ${name}`);
        else if (!isMarked(stop)) found.push(`does not show its focus, ${name}`);
      }
    return found;
  });
}

/** Bars that stay in sight while the page is scrolled, and cover more than a quarter of it. */
export function largeBars(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          /sticky|fixed/.test(getComputedStyle(element).position) &&
          element.checkVisibility() &&
          element.offsetHeight > innerHeight / 4,
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  );
}

/** Charts that say nothing to who does not see them, or have no table beside them. */
export function chartsWithoutWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="img"]:has(canvas)')].flatMap((chart) => {
      const words = chart.getAttribute('aria-label') ?? '';
      const place = chart.closest('figure, section, details');
      const isTold = words.length > 20 && place?.querySelector('table, summary');
      return isTold ? [] : [chart.outerHTML.slice(0, 160)];
    }),
  );
}

/** As many stops as a reader would go through. */
const mostStops = 200;

/** Goes on with the tab key until something, once it is there, has the focus. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press(key);
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The tab key does not come to ${String(target)}`);
}
