/// <reference lib="dom" />
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { address } from './address.ts';
import { browserArguments, browserEnvironment, executable } from './chromium.ts';
import { atWork, expect } from './journey.ts';

export const phone = { width: 390, height: 844 };
export const hospital = 'Head of Kaniv district hospital';
export const ruralClinic = 'Head of Zhuravno rural clinic';

export const field = (page: Page, code: string): Locator => page.locator(`#figure-${code}`);
export const thumb = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const answer = (page: Page): Locator => page.getByRole('heading', { level: 1 });

/** Types the same figure into every field of the month: what a facility is asked depends on what it has adopted. */
export async function fillIn(page: Page): Promise<void> {
  const inputs = page.getByRole('main').locator('input');
  await expect(inputs.first()).toBeVisible();
  for (const input of await inputs.all()) await input.fill('1');
}

/** What is typed stays in this browser: the month is still to be begun in other journeys. */
export async function keepFromServer(page: Page, month: string): Promise<void> {
  await page.route(`**/reports/${month}`, (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
}

/** The app's files are on the phone once the worker has been told what is in use, and has it. */
export async function readyForOffline(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate("caches.match('/in-use').then((found) => !!found)")).toBe(true);
}

/** A head's phone that knows the product at another address, as after signing in there. */
export async function signedInAt(url: string, browser: Browser): Promise<Page> {
  const page = await atWork(browser, hospital);
  await expect(answer(page)).toBeVisible();
  const stored = await page.evaluate(() => ({ ...localStorage }));
  await page.goto(`${url}/icon.svg`);
  await page.evaluate((entries) => Object.assign(localStorage, entries), stored);
  return page;
}

/** Puts a submission that waits into the database of the phone, in the form in which the first release kept it. */
export function keepAsTheLastRelease(page: Page, month: string): Promise<void> {
  return page.evaluate(async (month) => {
    const { accountId, facilityId } = JSON.parse(localStorage['caller']);
    const headers = { authorization: `Bearer ${JSON.parse(localStorage['tokens']).access}` };
    const answer = await fetch(`/api/v1/facilities/${facilityId}/reports/${month}`, { headers });
    const report = answer.ok ? await answer.json() : { version: 0, figures: {} };
    const { indicators } = JSON.parse(localStorage['country pack']);
    const everywhere = indicators.filter(({ asked }: { asked?: string }) => !asked);
    const codes: string[] = everywhere.map(({ code }: { code: string }) => code);
    const figures = Object.fromEntries(codes.map((code) => [code, 2]));
    const typed = Object.fromEntries(codes.map((code) => [code, '2']));
    const sending = { basedOn: report.version, idempotencyKey: crypto.randomUUID(), figures };
    const base = { version: report.version, figures: report.figures, note: '' };
    const draft = { facilityId, month, typed, note: '', base, at: Date.now(), sending };
    const opened = indexedDB.open('keyval-store');
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const written = opened.result.transaction('keyval', 'readwrite');
    written.objectStore('keyval').put(draft, `${accountId} draft ${facilityId} ${month}`);
    await new Promise((resolve) => (written.oncomplete = resolve));
  }, month);
}

/** Opens the browser with this profile, as on a phone that was used before; closes it unless it was killed. */
export async function onPhone(profile: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: browserArguments,
    env: { ...process.env, ...browserEnvironment() },
    viewport: phone,
    locale: 'en-GB',
    baseURL: address,
  });
  await use(await context.newPage());
  await context.close().catch(() => undefined);
}

/** Ends every process of the browser with this profile at once, as a phone that loses power does. */
export function killBrowser(profile: string): void {
  const { stdout } = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' });
  const own = stdout.split('\n').filter((line) => line.includes(`--user-data-dir=${profile}`));
  for (const line of own) process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL');
}

/** What was typed before is written on the device: a look at its store waits for the writes that came before it. */
export const written = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('keyval-store');
        opened.onerror = () => reject(new Error('The store does not open.'));
        opened.onsuccess = () => {
          const looked = opened.result.transaction('keyval').objectStore('keyval').count();
          looked.onsuccess = () => resolve();
          looked.onerror = () => reject(new Error('The store cannot be read.'));
        };
      }),
  );
