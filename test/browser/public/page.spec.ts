/// <reference lib="dom" />
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import * as z from 'zod';
import { languages } from '../../../functions/domain/names.ts';
import { PublicRelease, PublicReleaseHead } from '../../../functions/domain/release/publicRelease.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { publicFigures } from '../../../functions/publication/figures.ts';
import { formatsOf } from '../../../functions/publication/format.ts';
import { words } from '../../../functions/publication/words.ts';
import { expectAccessible, expectContrast } from '../support/axe.ts';
import { expect, expectComplaints, listen, signedIn, test } from '../support/journey.ts';
import { hospital, readyForOffline } from '../support/phone.ts';

const widths = [320, 390, 768, 1024, 1440];

/** Opens all that can be opened: what is behind it may be too wide, or hard to read, as well. */
const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));

/** The newest release as anybody reads it. */
async function newestRelease(page: Page): Promise<PublicRelease> {
  const get = async (path: string): Promise<unknown> =>
    (await page.request.get(`/api/v1/public/releases${path}`)).json();
  const { releases } = z.object({ releases: z.array(PublicReleaseHead) }).parse(await get(''));
  return PublicRelease.parse(await get(`/${releases[0]?.releaseId}`));
}

test('anybody reads the newest release without signing in, in each language, and no script is asked for', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`));
  const newest = await newestRelease(page);
  const pack = packFor('UA');
  const figures = publicFigures(newest, pack);

  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'none'");
  expect((await answer?.text())?.length).toBeLessThan(200_000);
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
  for (const language of languages) {
    const [say, formats] = [words[language], formatsOf(language)];
    await page
      .getByRole('link', { name: say.language })
      .or(page.locator('[aria-current]', { hasText: say.language }))
      .click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const live = formats.counted(figures.live.value ?? 0);
    const given = formats.counted(figures.given?.value ?? 0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.lead(live, given).join(' '));
    for (const { names, value } of figures.live.regions)
      await expect(
        page
          .getByRole('row')
          .filter({ has: page.getByRole('rowheader', { name: names[language], exact: true }) })
          .first(),
      ).toContainText(value ? formats.number(value) : say.outOfReach);
  }
  expect(asked.filter((each) => !/^(document|other|image) /.test(each))).toEqual([]);
  // The page, and its icon once: its figures are in the first answer.
  expect(new Set(asked).size).toBeLessThanOrEqual(languages.length + 2);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the public page and figures for other sites are good for everybody, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [
      '/public/uk/',
      '/public/en/',
      '/embed/uk/teleconsultations',
      '/embed/en/facilitiesLive/trend',
      '/embed/be/facilitiesLive/map',
    ]) {
      await page.goto(path);
      await openAll(page);
      await (colorScheme === 'light' ? expectAccessible(page, path) : expectContrast(page, path));
    }
  });

test('nothing is wider than the window, on the narrowest phone and on a large screen', async ({ page }) => {
  for (const language of languages)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/public/${language}/`);
      await openAll(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${language} at ${width}`).toBeLessThanOrEqual(width);
    }
  await page.setViewportSize({ width: 320, height: 500 });
  for (const path of [
    '/embed/uk/facilitiesLive',
    '/embed/uk/facilitiesLive/trend',
    '/embed/uk/teleconsultations/map',
  ]) {
    await page.goto(path);
    await openAll(page);
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth), path)
      .toBeLessThanOrEqual(320);
  }
});

test('everything on it is reached by keyboard, and its files open', async ({ page }) => {
  await page.goto('/public/en/');
  const first = page.getByRole('link', { name: words.uk.language });
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.getByText(words.en.table).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name: 'November 2024' })).toBeVisible();

  for (const name of ['CSV', 'JSON', words.en.dictionary]) {
    const href = await page
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .first()
      .getAttribute('href');
    const file = await page.request.get(href ?? '');
    expect(file.status(), name).toBe(200);
    expect(file.headers()['content-type'], name).toMatch(/text\/csv|application\/json/);
  }
});

test('signing in from it leads to one’s own work', async ({ page }) => {
  await page.goto('/public/en/');
  await page.getByRole('link', { name: words.en.signIn }).click();
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: hospital }).first().click();

  await expect(page).toHaveURL(/\/my-facility$/);
});

test('who is signed in reads the public page too, and the start of a phone that has the app opens it without network', async ({
  browser,
}) => {
  const page = await signedIn(browser, hospital);
  await page.goto('/start');
  await expect(page).toHaveURL(/\/my-facility$/);
  await readyForOffline(page);

  await page.context().setOffline(true);
  await page.goto('/');
  await expect(page).toHaveURL(/\/my-facility$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().setOffline(false);
  await page.goto('/');
  await expect(page.getByRole('link', { name: words.uk.signIn })).toBeVisible();
  expectComplaints(page, /ERR_INTERNET_DISCONNECTED/);
});

test('another site may show a figure within its page, and nothing else of ours', async ({
  page,
  baseURL,
}) => {
  const site = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').searchParams.get('show') ?? '';
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<iframe src="${baseURL}${path}" width="320" height="400"></iframe>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  // Another port is another origin.
  const address: AddressInfo | string | null = site.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const framed = async (path: string): Promise<string> => {
    await page.goto(`http://127.0.0.1:${port}/?show=${encodeURIComponent(path)}`, { waitUntil: 'load' });
    const frame = page.frames().find((each) => each !== page.mainFrame());
    return (await frame?.content()) ?? '';
  };
  try {
    expect(await framed('/embed/en/facilitiesLive')).toContain('Facilities with telemedicine');
    for (const path of [
      '/',
      '/public/en/',
      '/start',
      '/sign-in',
      '/api/v1/country',
      '/public/releases/none/figures.csv',
    ])
      expect(await framed(path), path).not.toMatch(/telemedicine|Телемедицин|script|UA-46/i);
  } finally {
    site.closeAllConnections();
    site.close();
  }
  // The other site has no icon.
  expectComplaints(page, /frame|Framing|X-Frame-Options|ancestor|status of 404/i);
});

test('a figure, a language or a release that is not there is said to be none, in words', async ({ page }) => {
  listen(page);
  for (const path of ['/embed/en/nothing', '/embed/xx/facilitiesLive', '/public/xx/']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText(words.en.notFound)).toBeVisible();
  }
  const none = await page.request.get('/api/v1/public/releases/2024-11.1-aaaaaa/figures.csv');
  expect(none.status()).toBe(404);
  expect(none.headers()['content-type']).toBe('application/problem+json');
  expectComplaints(page, /404/);
});
