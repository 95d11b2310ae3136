/// <reference lib="dom" />
import type { Browser, Page } from '@playwright/test';
import { plannedDonation } from './support/giving.ts';
import { deliveryToHospital } from './support/handling.ts';
import { expect, signedIn, test } from './support/journey.ts';
import { hospital } from './support/phone.ts';
import { openWhole } from './support/settled.ts';

/** The narrowest phone, and the narrowest window in which tables and charts stand side by side. */
const widths = [320, 1024];
const everywhere = [
  {
    account: 'Olena Kovalenko',
    paths: [
      '/overview?month=2024-11',
      '/review',
      '/facilities',
      '/facilities?concern=readinessGap&capability=pregnancyMonitoring',
      '/reports?month=2024-10&region=UA-46',
      '/facilities/UA-0001',
      '/facilities/UA-0001/edit',
      '/facilities/UA-0001/2024-10',
      '/equipment',
      '/reports/attribution?facility=UA-0001',
      '/equipment/list',
      '/equipment/list?condition=silent',
      '/equipment/northern-mothers-2022.96',
      '/equipment/new?place=UA-0001',
      '/solutions',
      '/solutions/new',
      '/solutions/pregnancy-monitoring',
      '/solutions/pregnancy-monitoring/edit',
      '/donors',
      '/donors/sample',
      '/donors/new',
      '/donations',
      '/donations/new',
      '/plan',
      '/plan/targets/facilitiesLive',
      '/plan/import',
    ],
  },
  {
    account: 'Iryna Shevchuk',
    paths: [
      '/facilities/import',
      '/warehouses',
      '/warehouses/new',
      '/warehouses/UA-W01',
      '/warehouses/UA-W01/edit',
      '/plan/milestones/new',
    ],
  },
  {
    account: 'Iryna Shevchuk',
    paths: ['/equipment/import', '/people', '/people/new', '/people/manager-lviv'],
  },
  { account: hospital, paths: ['/my-facility', '/my-facility/2024-05', '/my-facility/equipment/new'] },
];

/** How far the page goes beyond its window, in pixels. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Words of the page that stand on more than one line, though nothing in them asks for it. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[\p{L}’ʼ]{4,}/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word);
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

/** What there is to see once somebody gave something, in the country of this worker. */
async function given(browser: Browser) {
  const id = await deliveryToHospital(browser);
  const { path, plan } = await plannedDonation(browser);
  return [
    { account: 'Olena Kovalenko', paths: [`/equipment/${id}`, path, `${path}/edit`, plan] },
    { account: hospital, paths: [`/my-facility/equipment/${id}`] },
  ];
}

let once: ReturnType<typeof given> | undefined;

// A language is nobody else's: whoever is free takes the next.
test.describe.configure({ mode: 'parallel' });

for (const locale of ['en', 'uk', 'be', 'ru'])
  test(`no screen scrolls sideways or breaks a word on a phone or a small screen, in ${locale}`, async ({
    browser,
  }) => {
    once ??= given(browser);
    for (const { account, paths } of [...everywhere, ...(await once)]) {
      const page = await signedIn(browser, account, { locale });
      for (const path of paths) {
        await page.setViewportSize({ width: widths[0] ?? 0, height: 800 });
        await openWhole(page, path);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await expect.poll(() => overhang(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
          expect(await brokenWords(page), `${path} at ${width}`).toEqual([]);
          expect(await pushed(page), `${path} at ${width}`).toEqual([]);
        }
      }
      await page.context().close();
    }
  });
