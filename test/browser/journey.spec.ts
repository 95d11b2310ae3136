import type { Browser, Page } from '@playwright/test';
import { address } from './support/address.ts';
import { atWork, expect, listen, signIn, signedIn, test } from './support/journey.ts';

// The main job, end to end, as its people do it: a month's figures travel from a facility head to the ministry's dashboard.

const clinic = 'Khodoriv district clinic';
const overview = '/overview?month=2024-11&region=UA-46';

const head = (browser: Browser) => atWork(browser, `Head of ${clinic}`);
const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');

/** The big figure under this label on the overview. */
async function headline(page: Page, label: string): Promise<number> {
  const figure = page
    .locator('p', { hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::p[1]');
  await expect(figure).toContainText(/\d/);
  const [, digits = ''] = /^\s*([\d,]+)/.exec(await figure.innerText()) ?? [];
  return Number(digits.replace(/,/g, ''));
}

/** How many of it wait for review, below the big figure. */
async function waiting(page: Page, label: string): Promise<number> {
  const note = page
    .locator('p', { hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::p[2]');
  await expect(note).toHaveText(/wait|all approved/);
  return Number(/[\d,]+/.exec(await note.innerText())?.[0].replace(/,/g, '') ?? 0);
}

async function figuresOnOverview(page: Page) {
  await page.goto(overview);
  return {
    approved: await headline(page, 'Teleconsultations'),
    waiting: await waiting(page, 'Teleconsultations'),
    reports: await headline(page, 'Reports for November'),
  };
}

async function typeMonth(page: Page, consultations: number): Promise<void> {
  const fields = page.getByRole('main').locator('input');
  await expect(fields.first()).toBeVisible();
  for (const field of await fields.all()) await field.fill('0');
  await page.getByLabel('Consultations, doctor to doctor').fill(String(consultations));
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check and send' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const receipt = page.getByRole('heading', { name: /November.* is in/ });
  await expect(receipt).toBeFocused();
  await expect(receipt).toBeInViewport();
}

async function openInReview(page: Page): Promise<void> {
  await page.goto('/review?region=UA-46');
  await page.getByRole('link', { name: new RegExp(clinic) }).click();
  await expect(page.getByRole('heading', { name: `${clinic}, November 2024` })).toBeVisible();
}

test('submitted, seen waiting, returned, sent again, approved: the overview changes by exactly that amount', async ({
  browser,
}) => {
  const ministry = await manager(browser);
  const phone = await head(browser);
  const before = await figuresOnOverview(ministry);

  await phone.getByRole('link', { name: 'Fill in November' }).click();
  await typeMonth(phone, 3);
  await send(phone);
  expect(await figuresOnOverview(ministry)).toEqual({
    approved: before.approved,
    waiting: before.waiting + 3,
    reports: before.reports + 1,
  });

  await openInReview(ministry);
  await ministry.getByRole('button', { name: /^Return\b(?! to)/ }).click();
  await ministry.getByLabel('Which figure?').selectOption({ label: 'Consultations, doctor to doctor' });
  await ministry.getByLabel('What should be checked?').fill('Is one of them missing?');
  await ministry.getByRole('button', { name: 'Return to the facility' }).click();
  await expect(ministry.getByText(`${clinic}, November 2024: returned.`).first()).toBeVisible();
  expect(await figuresOnOverview(ministry)).toEqual(before);

  await phone.goto('/my-facility');
  await expect(phone.getByText('Is one of them missing?').first()).toBeVisible();
  await phone.getByRole('link', { name: 'Correct November' }).click();
  await phone.getByLabel('Consultations, doctor to doctor').fill('4');
  await send(phone);

  await openInReview(ministry);
  await ministry.getByRole('button', { name: /^Approve\b(?! all)/ }).click();
  await expect(ministry.getByText(`${clinic}, November 2024: approved.`).first()).toBeVisible();
  expect(await figuresOnOverview(ministry)).toEqual({
    approved: before.approved + 4,
    waiting: before.waiting,
    reports: before.reports + 1,
  });

  await phone.goto('/my-facility');
  await expect(phone.getByText('November was approved')).toBeVisible();
});

test('a head’s pages ask the network once, not for ever', async ({ browser }) => {
  const phone = await head(browser);
  await phone.goto('/my-facility');
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
  let asked = 0;
  phone.on('request', (request) => (asked += request.url().includes('/api/') ? 1 : 0));

  await phone.goto('/my-facility');
  await phone.waitForTimeout(3000);

  expect(asked).toBeLessThan(8);
});

test('who signs out is out: the page wanted next asks to sign in, and comes back to it', async ({
  browser,
}) => {
  const page = listen(await browser.newPage({ baseURL: address }));
  await signIn(page, 'Olena Kovalenko');
  await page.locator('header summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);

  await page.goto('/facilities?region=UA-46');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Olena Kovalenko' }).click();

  await expect(page).toHaveURL(/\/facilities\?region=UA-46$/);
});
