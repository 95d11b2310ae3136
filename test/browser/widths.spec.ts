/// <reference lib="dom" />
import type { Browser, Page } from '@playwright/test';
import { plannedDonation } from './support/giving.ts';
import { deliveryToHospital } from './support/handling.ts';
import { expect, expectComplaints, test } from './support/journey.ts';
import { hospital } from './support/phone.ts';
import { pageOf, screensAbout, subjects, type Screens } from './support/screens.ts';
import { openWhole } from './support/settled.ts';

/** The narrowest phone, and the narrowest window in which tables and charts stand side by side. */
const widths = [320, 1024];
/** How far the page goes beyond its window, in pixels. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Words of the page that stand on more than one line, though nothing in them asks for it. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      // Names of programs are no words.
      if (text.parentElement?.closest('code, pre')) continue;
      for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[\p{L}’ʼ]{4,}/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word);
      }
    }
    return broken;
  });

/** Tables that must be pushed aside to be read. */
const pushed = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('table')]
      .filter(
        ({ parentElement }) => parentElement && parentElement.scrollWidth - parentElement.clientWidth > 1,
      )
      .map(({ caption }) => caption?.textContent ?? ''),
  );

/** Words that are cut off at their end. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) =>
          getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth,
      )
      .map(({ innerText }) => innerText),
  );

/** Columns of a table with the name of another one beside them. */
const doubled = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('thead tr')].flatMap((row) => {
      const names = [...row.children].map(({ textContent }) => textContent.trim());
      return names.filter((name, index) => name && names.indexOf(name) !== index);
    }),
  );

/** What there is to see once somebody gave something, in the country of this worker. */
async function given(browser: Browser): Promise<Screens[]> {
  const id = await deliveryToHospital(browser);
  const { path, plan } = await plannedDonation(browser);
  return [
    { about: 'aid', account: 'Olena Kovalenko', paths: [`/equipment/${id}`, path, `${path}/edit`, plan] },
    { about: 'aid', account: hospital, paths: [`/my-facility/equipment/${id}`] },
  ];
}

async function everywhere(browser: Browser): Promise<Screens[]> {
  const screens: Screens[] = [];
  for (const about of subjects) screens.push(await screensAbout(browser, about));
  return [...screens, ...(await given(browser))];
}

let once: ReturnType<typeof everywhere> | undefined;

// A language is nobody else's: whoever is free takes the next.
test.describe.configure({ mode: 'parallel' });
test.setTimeout(240_000);

for (const locale of ['en', 'uk', 'be', 'ru'])
  test(`no screen scrolls sideways or breaks a word on a phone or a small screen, in ${locale}`, async ({
    browser,
  }) => {
    once ??= everywhere(browser);
    for (const screens of await once) {
      const page = await pageOf(browser, screens, locale);
      for (const path of screens.paths) {
        await page.setViewportSize({ width: widths[0] ?? 0, height: 800 });
        await openWhole(page, path);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await expect.poll(() => overhang(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
          for (const faults of [brokenWords, cutOff, doubled, pushed])
            expect.soft(await faults(page), `${path} at ${width}, ${faults.name}`).toEqual([]);
        }
      }
      expectComplaints(page, /404/);
      await page.context().close();
    }
  });
