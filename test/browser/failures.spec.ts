import type { Page } from '@playwright/test';
import { expect, expectComplaints, signedIn, test } from './support/journey.ts';
import { onMap } from './support/map.ts';
import { openWhole } from './support/settled.ts';

// What cannot be shown says why in its own words, below the header, with a way home.

const title = (page: Page) => page.getByRole('heading', { level: 1 });

async function expectWayHome(page: Page): Promise<void> {
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'To the home page' })).toBeVisible();
}

test('what is not there, and what is not for one', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/nowhere');
  await expect(title(page)).toHaveText('There is no such page.');
  await expect(page.getByRole('banner').getByRole('link')).not.toHaveCount(0);
  await page.getByRole('link', { name: 'To the home page' }).click();
  await expect(page).toHaveURL(/overview/);

  await page.goto('/facilities/new');
  await expect(title(page)).toHaveText('This page is not open to you.');
  await expect(page.getByText('Your role does not include this page.')).toHaveCount(1);
  expectComplaints(page, /40[34]/);
});

test('a facility that there is not', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/facilities/UA-000000');
  await expect(title(page)).toHaveText('There is no such page.');
  await expectWayHome(page);
  expectComplaints(page, /404/);
});

test('no network, and back again', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/facilities?text=Kaniv');
  const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  await expect(first).toBeVisible();
  await page.route('**/api/v1/facilities/*', (route) => route.abort());
  await first.click();

  await expect(title(page)).toHaveText('This page is not on your device.');
  await expectWayHome(page);
  await page.unroute('**/api/v1/facilities/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  expectComplaints(page, /ERR_FAILED/);
});

test('a session that is over is told once, and one comes back to where one was', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/facilities?text=Kaniv');
  const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  await expect(first).toBeVisible();
  await page.route('**/api/v1/**', (route) =>
    route.fulfill({ status: 401, json: { status: 401, code: 'unauthorized', detail: '' } }),
  );
  await first.click();

  await expect(title(page)).toHaveText('This could not be loaded.');
  await expect(page.getByText(/Your session has ended/)).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', /to=%2Ffacilities%2F/);
  await expectWayHome(page);
  expectComplaints(page, /401/);
});

test('a map whose facilities did not come asks for them again, and a file that broke off is fetched by a new page', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  const again = page.getByRole('button', { name: 'Try again' });
  await page.route('**/api/v1/map/**', (route) => route.abort());
  await openWhole(page, '/overview?month=2024-10&show=facilities');
  await onMap(page);
  await page.unroute('**/api/v1/map/**');
  await again.click();
  await expect(page.locator('.sheet canvas')).toBeVisible();
  await expect(again).toHaveCount(0);

  const another = await signedIn(browser, 'Olena Kovalenko', { serviceWorkers: 'block' });
  const file = '**/_virtual_boundaries.*.js';
  await another.route(file, (route) => route.abort());
  await openWhole(another, '/regions/UA-46');
  await another
    .getByRole('heading', { name: /^Where/ })
    .last()
    .scrollIntoViewIfNeeded();
  await another.unroute(file);
  await another.getByRole('button', { name: 'Try again' }).click();
  await onMap(another);
  expectComplaints(page, /ERR_FAILED/);
  expectComplaints(another, /ERR_FAILED/);
});

test('the overview of a release whose file did not come says so, and is there after trying again', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Nora Lindqvist', { serviceWorkers: 'block' });
  const file = '**/otherPages.*.js';
  await page.route(file, (route) => route.abort());
  await page.goto('/overview');
  await expect(title(page)).toHaveText('Something went wrong here.');

  await page.unroute(file);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(title(page)).toHaveText(/^\d+ facilities are live/);
  expectComplaints(page, /ERR_FAILED/);
});
