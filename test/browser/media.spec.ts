/// <reference lib="dom" />
import type { Locator, Page } from '@playwright/test';
import { expect, signedIn, test } from './support/journey.ts';
import { onMap } from './support/map.ts';
import { answer, field, ruralClinic } from './support/phone.ts';
import { openWhole } from './support/settled.ts';

// What readers set for themselves: their own colours, nothing that moves, large letters on a low screen; and paper.

const october = '/overview?month=2024-10';

async function openOverview(page: Page): Promise<void> {
  await page.goto(october);
  await expect(page.locator('figure canvas')).toHaveCount(5);
}

/** A colour of the theme as the browser computes it. */
const colour = (page: Page, name: string): Promise<string> =>
  page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.cssText = `forced-color-adjust: none; background-color: ${name}`;
    const computed = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return computed;
  }, name);

const background = (marks: Locator): Promise<string> =>
  marks.first().evaluate((mark) => getComputedStyle(mark).backgroundColor);

/** Whether a chart is drawn with a colour; one that lets something through is read back rounded. */
const isDrawnIn = (canvas: Locator, colour: string): Promise<boolean> =>
  canvas.evaluate((element, colour) => {
    if (!(element instanceof HTMLCanvasElement)) return false;
    const { data = [] } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? {};
    const wanted = (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);
    for (let at = 0; at < data.length; at += 4)
      if (wanted.every((part, index) => Math.abs(part - (data[at + index] ?? 0)) <= 1)) return true;
    return false;
  }, colour);

test('charts keep their colours for who wants nothing to move', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openOverview(page);

  const accent = await colour(page, 'var(--accent)');
  for (const canvas of await page.locator('figure canvas').all())
    await expect.poll(() => isDrawnIn(canvas, accent)).toBe(true);
});

test('nothing moves by itself for who wants nothing to move, and months go on only when they are played', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openOverview(page);
  await onMap(page);
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0)
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
  const months: string[] = [];
  page.on('framenavigated', () => months.push(page.url()));

  await page.getByRole('button', { name: 'One month earlier' }).first().click();
  await expect(page).toHaveURL(/month=2024-09/);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await moving()).toEqual([]);
  expect(months).toHaveLength(1);

  await page.getByRole('button', { name: 'Play the months' }).first().click();
  await expect(page).toHaveURL(/month=2024-11/);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('regions that are shaded alike, or not at all, are told apart in forced colours', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await openOverview(page);
    const map = await onMap(page);
    const paper = await colour(page, 'Canvas');
    const strokes = await map
      .locator('svg a path')
      .evaluateAll((regions) => regions.map((region) => getComputedStyle(region).stroke));
    expect(new Set(strokes).size).toBe(1);
    expect(strokes).not.toContain(paper);
    const fills = await Promise.all(
      [1, 2, 3, 4, 5].map((step) =>
        map
          .locator(`.step-${step} path`)
          .first()
          .evaluate((region) => getComputedStyle(region).fill),
      ),
    );
    expect(new Set([...fills, paper]).size).toBe(6);
  }
});

test('marks, keys and the slider are there in forced colours', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openOverview(page);
  const map = await onMap(page);

  const [highlight, paper] = [await colour(page, 'Highlight'), await colour(page, 'Canvas')];
  expect(highlight).not.toBe(paper);
  for (const canvas of await page.locator('figure canvas').all())
    await expect.poll(() => isDrawnIn(canvas, highlight)).toBe(true);
  expect(await background(page.locator('.swatch.filled'))).toBe(highlight);
  expect(await background(page.locator('.swatch.light'))).toBe(paper);
  expect(await background(page.locator('dl .bar.live'))).toBe(highlight);
  expect(await background(page.locator('td .bar'))).toBe(highlight);
  const darkest = map.locator('.step-5 path').first();
  expect(await darkest.evaluate((region) => getComputedStyle(region).fill)).toBe(highlight);
  const slider = page.getByRole('slider', { name: 'Month' });
  expect(await slider.evaluate((range) => getComputedStyle(range).forcedColorAdjust)).toBe('none');
  expect(await slider.evaluate((range) => getComputedStyle(range).getPropertyValue('--accent'))).toBe(
    'Highlight',
  );
  await slider.focus();
  expect(await slider.evaluate((range) => getComputedStyle(range).outlineStyle)).toBe('solid');
});

test('on a low screen the bar of the form does not cover what is typed', async ({ browser }) => {
  const page = await signedIn(browser, ruralClinic);
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/my-facility/2024-11');
  await expect(answer(page)).toBeAttached();
  await field(page, 'requestsFailed').focus();

  const next = page.getByRole('button', { name: 'Next field' });
  await expect(next).not.toBeInViewport();
  await next.scrollIntoViewIfNeeded();
  await expect(next).toBeInViewport();
  await page.setViewportSize({ width: 320, height: 640 });
  await field(page, 'requestsFailed').focus();
  await expect(next).toBeInViewport();
});

test('paper has a heading, no controls and whole tables', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  const paper = page.getByText('Telemedicine Rollout · Ukraine · As of 3 December 2024');
  await page.goto('/facilities?text=Busk');
  const facility = await page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('link')
    .first()
    .getAttribute('href');
  // An A4 page without its margins.
  await page.setViewportSize({ width: 688, height: 1016 });

  for (const [path, about] of [
    [october, 'October 2024 · Whole country'],
    [`${facility}`, /Busk, Lviv · UA-/],
    [`${facility}/2024-08`, /Busk, Lviv · UA-/],
  ] as const) {
    await page.emulateMedia({ media: 'screen' });
    await openWhole(page, path);
    await expect(page.locator('main table').first()).toBeVisible();
    await expect(paper).toBeHidden();
    await page.emulateMedia({ media: 'print' });

    await expect(paper).toBeVisible();
    await expect(answer(page)).toBeVisible();
    await expect(page.locator('main header p')).toContainText(about);
    // The headings of columns stay, without their signs.
    await expect(
      page.locator('input, select, summary, nav, main button:not(th *)').filter({ visible: true }),
    ).toHaveCount(0);
    for (const table of await page.locator('main table').all()) {
      const { right = 0 } = await table.evaluate((element) => element.getBoundingClientRect());
      expect(right, path).toBeLessThanOrEqual(688);
    }
  }
});
