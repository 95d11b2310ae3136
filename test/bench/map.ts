/// <reference lib="dom" />
import { chromium, type Page } from '@playwright/test';
import { signInAs } from '../../infra/local/signInAs.ts';
import type { FacilityPoints } from '../../functions/domain/facility/facilityPoints.ts';
import {
  browserArguments,
  browserEnvironment,
  executable,
  unpackBrowser,
} from '../browser/support/chromium.ts';
import { startSystem } from '../browser/support/system.ts';
import { profiles, slowDown } from '../browser/support/visit.ts';

/** Milliseconds that the map is dragged to and fro. */
const dragged = 3000;

/** Prints how soon a map is there once it comes into view on a slow line, and how many pictures a second there are of many facilities. */
export async function measureMap(): Promise<void> {
  await unpackBrowser();
  const { url, stop } = await startSystem();
  const tokens = JSON.stringify({
    access: await signInAs(url, 'manager-ua'),
    expiresAt: Date.now() + 3_600_000,
  });
  const browser = await chromium.launch({
    executablePath: executable,
    args: browserArguments,
    env: { ...process.env, ...browserEnvironment() },
  });
  const open = async (address: string): Promise<Page> => {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
    await context.addInitScript((kept) => localStorage.setItem('tokens', kept), tokens);
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('region', { name: 'Regions' }).waitFor();
    return page;
  };
  try {
    const first = await open('/overview');
    console.log(`\nThe map is drawn ${await untilDrawn(first)} ms after it comes into view, on slow 4G`);
    console.log('\nThe overview of the sample, its answer of where facilities are given by the bench:');
    const rows: Record<string, number>[] = [];
    for (const facilities of [328, 10_000, 50_000]) {
      const page = await open('/overview');
      await page.route('**/map/facilities*', (route) =>
        route.fulfill({ json: { on: '2024-12-03', points: manyPoints(facilities) } }),
      );
      rows.push({ facilities, ...(await dragging(page)) });
      await page.context().close();
    }
    console.table(rows);
  } finally {
    await browser.close();
    await stop();
  }
}

/** From where it comes into view until its regions are there. */
async function untilDrawn(page: Page): Promise<number> {
  await slowDown(await page.context().newCDPSession(page), profiles.slow4g);
  return page.evaluate(async () => {
    const place = [...document.querySelectorAll('figure')].find((figure) =>
      figure.querySelector('.aspect-3\\/2'),
    );
    const start = performance.now();
    place?.scrollIntoView();
    while (!place?.querySelector('svg a')) await new Promise((resolve) => requestAnimationFrame(resolve));
    return Math.round(performance.now() - start);
  });
}

/**
 * How long the page does nothing else until facilities are there and, at each step, while one looks closer; then pictures a
 * second, and the longest time without a new one, while the map is dragged.
 */
async function dragging(page: Page): Promise<Record<string, number>> {
  await page.locator('figure:has(.aspect-3\\/2)').first().scrollIntoViewIfNeeded();
  const busy = await page.evaluateHandle(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
    });
    return tasks;
  });
  const longest = () => busy.evaluate((tasks) => Math.round(Math.max(0, ...tasks.splice(0))));
  await page.getByRole('link', { name: 'Where facilities are' }).click();
  await page.locator('.marks button').first().waitFor();
  const opening = await longest();
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: 'Look closer' }).click();
  const closer = await longest();
  return { 'longest task opening ms': opening, 'looking closer ms': closer, ...(await whileDragged(page)) };
}

async function whileDragged(page: Page): Promise<{ 'pictures a second': number; 'longest ms': number }> {
  return page.evaluate(async (milliseconds) => {
    const map = document.querySelector('.sheet');
    const send = (type: string, x: number, target: EventTarget = window) =>
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, view: window, button: 0, clientX: x, clientY: 400 }),
      );
    if (map) send('mousedown', 600, map);
    const pictures: number[] = [performance.now()];
    const start = performance.now();
    while (performance.now() - start < milliseconds) {
      send('mousemove', 600 + 300 * Math.sin((performance.now() - start) / 300));
      pictures.push(
        await new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
      );
    }
    send('mouseup', 600);
    const between = pictures.slice(1).map((at, index) => at - (pictures[index] ?? at));
    return {
      'pictures a second': Math.round((1000 * between.length) / milliseconds),
      'longest ms': Math.round(Math.max(...between)),
    };
  }, dragged);
}

/** Facilities all over the country, at every stage. */
function manyPoints(count: number): FacilityPoints[] {
  const standings = [
    { stage: 'live', confirmation: 'confirmed' },
    { stage: 'live', confirmation: 'stale' },
    { stage: 'live', confirmation: 'neverReported' },
    { stage: 'planned' },
  ] as const;
  const spread = (index: number, step: number) => (index * step) % 1;
  return standings.map((standing, group) => {
    const own = Array.from(
      { length: count / standings.length },
      (_, index) => standings.length * index + group,
    );
    return {
      region: 'UA-32',
      ...standing,
      facilityIds: own.map((index) => `UA-${String(index).padStart(5, '0')}`),
      names: own.map((index) => `Clinic ${index}`),
      latitudes: own.map((index) => 45.5 + 6 * spread(index, 0.618034)),
      longitudes: own.map((index) => 23 + 16 * spread(index, 0.754878)),
      withoutPlace: 0,
    };
  });
}
