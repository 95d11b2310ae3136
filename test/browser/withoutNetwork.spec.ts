import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address } from './support/address.ts';
import { atWork, expect, expectComplaints, signIn, signedIn, test } from './support/journey.ts';
import {
  answer,
  field,
  fillIn,
  hospital,
  keepAsTheLastRelease,
  killBrowser,
  onPhone,
  phone,
  readyForOffline,
  ruralClinic,
  signedInAt,
  thumb,
} from './support/phone.ts';
import { Releases } from './support/releases.ts';

// The last of all: each is for whoever is free.
test.describe.configure({ mode: 'parallel' });

test('a month is filled in and handed in, waits on the phone, and is sent when there is network', async ({
  browser,
}) => {
  const page = await atWork(browser, hospital);
  await page.setViewportSize(phone);
  await readyForOffline(page);
  await page.context().setOffline(true);

  await page.reload();
  await page.getByRole('link', { name: 'Fill in October' }).click();
  await fillIn(page);
  await thumb(page, 'Check and send').click();
  await thumb(page, 'Send when there is network').click();
  await expect(page.getByRole('heading', { name: 'October 2024 waits on this device.' })).toBeVisible();
  await page.getByRole('link', { name: 'To my facility' }).click();
  await expect(page.getByRole('link', { name: /October waits on this device/ })).toContainText('KB');

  await page.context().setOffline(false);
  await expect(page.getByRole('link', { name: /October waits for review/ })).toBeVisible();
  expectComplaints(page, /ERR_INTERNET_DISCONNECTED/);
});

test('a figure is still there after the browser was killed 50 ms after its last key', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'telemedicine-phone-'));
  await onPhone(profile, async (page) => {
    await signIn(page, hospital);
    await readyForOffline(page);
  });

  await onPhone(profile, async (page) => {
    await page.goto('/my-facility/2024-05');
    await expect(field(page, 'requestsFailed')).toBeVisible();
    await page.context().setOffline(true);
    await field(page, 'requestsFailed').pressSequentially('17');
    await page.waitForTimeout(50);
    killBrowser(profile);
  });

  await onPhone(profile, async (page) => {
    await page.goto('/my-facility/2024-05');
    await expect(field(page, 'requestsFailed')).toHaveValue('17');
  });
  rmSync(profile, { recursive: true, force: true });
});

test('figures changed after the network went wait with the month, and arrive', async ({ browser }) => {
  const page = await signedIn(browser, hospital);
  await page.goto('/my-facility/2024-11');
  await fillIn(page);
  await expect(page.getByText(/^Saved, /)).toBeVisible();
  await readyForOffline(page);

  await page.context().setOffline(true);
  await field(page, 'requestsFailed').fill('3');
  await field(page, 'remotePrescriptions').fill('4');
  await thumb(page, 'Check and send').click();
  await thumb(page, 'Send when there is network').click();
  await expect(page.getByRole('heading', { name: 'November 2024 waits on this device.' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'November 2024 waits on this device.' })).toBeVisible();

  await page.context().setOffline(false);
  await expect(answer(page)).toContainText('November 2024 waits for review.');
  await expect(page.getByRole('definition').filter({ hasText: /^[34]$/ })).toHaveCount(2);
  expectComplaints(page, /ERR_INTERNET_DISCONNECTED/);
});

test('a month whose answer is lost on the way waits on the phone, and counts once', async ({ browser }) => {
  const page = await signedIn(browser, hospital);
  await page.goto('/my-facility/2024-05');
  await fillIn(page);
  await thumb(page, 'Check and send').click();

  // The server has it, and goes down before it says so.
  await page.route('**/submission', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await thumb(page, 'Send').click();
  await expect(page.getByRole('heading', { name: 'May 2024 waits on this device.' })).toBeVisible();
  await page.unroute('**/submission');
  await thumb(page, 'Try now').click();

  await expect(answer(page)).toContainText('May 2024 is in.');
  expectComplaints(page, /ERR_FAILED/);
});

test('what the last release kept on the phone is sent after the update', async ({ browser }) => {
  const page = await atWork(browser, hospital);
  await expect(answer(page)).toBeVisible();
  await keepAsTheLastRelease(page, '2024-02');
  // It asks for the month's report, of which there may be none yet.
  expectComplaints(page, /404/);

  await page.goto('/my-facility');

  await expect(page.getByRole('link', { name: /February waits for review/ })).toBeVisible();
});

test('an unanswered clash is still asked after the page was closed and the other device went on', async ({
  browser,
}) => {
  const theirs = String(100 + (Date.now() % 40));
  const [phone, tablet] = [await signedIn(browser, ruralClinic), await signedIn(browser, ruralClinic)];
  for (const device of [phone, tablet]) {
    await device.goto('/my-facility/2024-11');
    await expect(field(device, 'requestsFailed')).toBeVisible();
  }
  await field(tablet, 'telemetrySessions').fill(theirs);
  await expect(tablet.getByText(/^Saved, /)).toBeVisible();
  await field(phone, 'telemetrySessions').fill('7');
  await expect(phone.getByText(`Another device of yours has ${theirs} here.`)).toBeVisible();

  await field(tablet, 'daysWithoutPower').fill('5');
  await expect(tablet.getByText(/^Saved, /)).toBeVisible();
  await phone.reload();

  await expect(phone.getByText(`Another device of yours has ${theirs} here.`)).toBeVisible();
  await expect(field(phone, 'telemetrySessions')).toHaveValue('7');
  await phone.getByRole('button', { name: 'Keep 7', exact: true }).click();
  await expect(phone.getByText(/^Saved, /)).toBeVisible();
  expectComplaints(phone, /409/);
});

test('after a release that a slow line could not bring, the app still opens without network', async ({
  browser,
}) => {
  const releases = await Releases.of(address);
  const page = await signedInAt(releases.url, browser);
  await page.goto(`${releases.url}/my-facility`);
  await readyForOffline(page);

  releases.release({ isSlow: true });
  await page.goto(`${releases.url}/my-facility`, { waitUntil: 'commit' });
  // Chromium looks for a new worker once the page is loaded, or when asked.
  await page.evaluate('navigator.serviceWorker.ready.then((worker) => void worker.update())');
  const hasNewPage = `caches.open('app ${releases.next}').then((cache) => cache.match('/start')).then(Boolean)`;
  await expect.poll(() => page.evaluate(hasNewPage)).toBe(true);
  releases.breakLine();
  await page.goto(`${releases.url}/my-facility/2024-02`);
  await expect(answer(page)).toBeVisible();

  releases.mendLine();
  await page.goto(`${releases.url}/my-facility`);
  await expect.poll(() => page.evaluate('caches.keys()')).toEqual([`app ${releases.next}`]);
  releases.breakLine();
  await page.goto(`${releases.url}/my-facility`);
  await expect(answer(page)).toBeVisible();
  await releases.stop();
  expectComplaints(page, /net::ERR_|Failed to fetch|dynamically imported/);
});
