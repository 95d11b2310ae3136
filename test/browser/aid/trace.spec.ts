/// <reference lib="dom" />
import type { Locator, Page } from '@playwright/test';
import { default as reader } from 'jsqr';
import { address } from '../support/address.ts';
import { expectAccessible, expectContrast } from '../support/axe.ts';
import { expect, expectComplaints, listen, signedIn, test } from '../support/journey.ts';

const donation = '/donations/westmark-2023';

/** What a camera reads of a code on the screen. */
async function scanned(code: Locator): Promise<string | undefined> {
  const { data, side } = await code.evaluate(async (svg: SVGElement) => {
    const side = 480;
    const image = new Image(side, side);
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, side, side);
    return { data: [...(context?.getImageData(0, 0, side, side).data ?? [])], side };
  });
  return reader.default(Uint8ClampedArray.from(data), side, side)?.data;
}

/** Kilobytes of JavaScript that a page has fetched, as they were sent. */
const kilobytesOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      performance
        .getEntriesByType('resource')
        .filter((one) => one instanceof PerformanceResourceTiming && one.name.endsWith('.js'))
        .reduce((sum, one) => sum + Number(one.toJSON().encodedBodySize), 0) / 1024,
  );

test('a manager makes a link and prints its labels; a stranger scans one, until it is revoked', async ({
  browser,
  page: stranger,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto(donation);
  const section = page.getByRole('region', { name: 'Labels for boxes' });
  await section.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('The link is made.')).toBeVisible();
  const url = await section.getByLabel('Link to the whole donation').inputValue();
  expect(url).toMatch(/\/trace\/[2-9a-z]{43}$/);
  await expectAccessible(page);

  await section.getByRole('link', { name: 'Labels to print' }).click();
  const labels = page.locator('main svg');
  await expect(labels.first()).toBeVisible();
  expect(await scanned(labels.first())).toBe(url);
  const ofBox = await scanned(labels.nth(1));
  expect(ofBox).not.toBe(url);
  await expect(page.getByText('Телемедичне обладнання').first()).toBeVisible();
  await expect(page.getByText('Telemedicine equipment').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Print', { exact: true }).selectOption('The label of box 1');
  await expect(labels).toHaveCount(1);
  expect(await scanned(labels)).toBe(ofBox);
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);

  await stranger.goto(url);
  const answer = stranger.getByRole('heading', { level: 1 });
  await expect(answer).toContainText('in use');
  await expect(stranger.getByRole('navigation')).toHaveCount(0);
  expect(await kilobytesOf(stranger)).toBeLessThanOrEqual(56);
  await expect(stranger.getByRole('region', { name: 'What happened' }).getByRole('listitem')).not.toHaveCount(
    0,
  );
  await expect(stranger.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await expectAccessible(stranger);
  await stranger.goto(ofBox ?? '');
  await expect(stranger.getByText('The equipment with this label')).toBeVisible();

  await page.goBack();
  await section.getByRole('button', { name: 'Revoke the link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Revoke the link' }).click();
  await expect(dialog.getByLabel('Why is it revoked?')).toBeFocused();
  await dialog.getByLabel('Why is it revoked?').fill('A label was photographed');
  await dialog.getByRole('button', { name: 'Revoke the link' }).click();
  await expect(section.getByText('“A label was photographed”')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Make the link' })).toBeVisible();

  // Somebody whose browser has kept nothing.
  const later = listen(await (await browser.newContext({ baseURL: address })).newPage());
  for (const each of [url, ofBox ?? '']) {
    await later.goto(each);
    await expect(later.getByRole('heading', { level: 1 })).toHaveText('This label was revoked');
  }
  expectComplaints(later, /410/);
});

test('a link that was altered or never was says so, in each language, both themes and on a small screen', async ({
  browser,
}) => {
  const words = {
    en: 'This is not the link that was given out',
    uk: 'Це не те посилання, яке було видано',
    be: 'Гэта не тая спасылка, якую выдалі',
    ru: 'Это не та ссылка, которую выдали',
  };
  for (const [locale, title] of Object.entries(words)) {
    const context = await browser.newContext({
      locale,
      colorScheme: locale === 'uk' ? 'dark' : 'light',
      viewport: { width: 320, height: 560 },
      baseURL: address,
    });
    const page = listen(await context.newPage());
    await page.goto('/trace/k7m3xw9q2f');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expectContrast(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expectComplaints(page, /404/);
  }
});
