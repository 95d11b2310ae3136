/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { plannedDonation } from './support/giving.ts';
import { deliveryToHospital } from './support/handling.ts';
import { expect, signedIn, test } from './support/journey.ts';
import { hospital } from './support/phone.ts';

/** The narrowest phone, and the narrowest window in which tables and charts stand side by side. */
const widths = [320, 1024];
const visits = [
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

for (const locale of ['en', 'uk', 'be', 'ru'])
  test(`no screen scrolls sideways or breaks a word on a phone or a small screen, in ${locale}`, async ({
    browser,
  }) => {
    const id = await deliveryToHospital(browser);
    const ofEquipment = [
      { account: 'Olena Kovalenko', paths: [`/equipment/${id}`] },
      { account: hospital, paths: [`/my-facility/equipment/${id}`] },
    ];
    const { path: donation, plan } = await plannedDonation(browser);
    const donations = { account: 'Olena Kovalenko', paths: [donation, `${donation}/edit`, plan] };
    for (const { account, paths } of [...visits, ...ofEquipment, donations]) {
      const page = await signedIn(browser, account, { locale });
      for (const path of paths) {
        await page.setViewportSize({ width: widths[0] ?? 0, height: 800 });
        await page.goto(path);
        await page.waitForLoadState('networkidle');
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
