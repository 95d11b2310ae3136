import type { Browser, Page } from '@playwright/test';
import { expect, signedIn } from './journey.ts';

export const answer = (page: Page) => page.getByRole('heading', { level: 1 });
export const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
export const line = (page: Page, number: number) =>
  page.getByRole('group', { name: `Line ${number}`, exact: true });
export const press = (page: Page, what: string) =>
  page.getByRole('main').getByRole('button', { name: what, exact: true }).click();

/** Adds a donor that nobody has added before. */
export async function addDonor(page: Page, name: string): Promise<void> {
  await page.goto('/donors/new');
  await page.getByLabel('Name in Ukrainian').fill('Фонд «Опіка»');
  await page.getByLabel('Name in English').fill(name);
  await page.getByLabel('Kind').selectOption('Foundation');
  await press(page, 'Add a donor');
  await expect(rows(page).filter({ hasText: name })).toContainText('Foundation');
}

/** Adds a donation of one line in dollars, perhaps for a solution; the page is then its own. */
export async function addDonation(
  page: Page,
  donor: string,
  title: string,
  units: number,
  solution = '',
): Promise<void> {
  await page.goto('/donations/new');
  await page.getByLabel('Donor', { exact: true }).selectOption(donor);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Pledged on').fill('2024-03-01');
  await line(page, 1).getByLabel('Equipment').selectOption({ index: 1 });
  await line(page, 1).getByLabel('Units').fill(String(units));
  await line(page, 1).getByLabel('One unit, USD').fill('2500');
  if (solution) await line(page, 1).getByLabel('Solution').selectOption(solution);
  await press(page, 'Add a donation');
  await expect(answer(page)).toHaveText(title);
}

/** Takes up a list of codes on the page of a plan. */
export async function paste(page: Page, codes: string): Promise<void> {
  const box = page.getByLabel('Codes and units');
  if (!(await box.isVisible())) await page.getByText('Paste a list of codes').click();
  await box.fill(codes);
  await page.getByRole('button', { name: 'Take these' }).click();
  await expect(box).toHaveValue('');
}

/** From a donation's page, plans one unit for each of the first so many facilities; the page is the donation's again. */
export async function planEverywhere(page: Page, count: number): Promise<void> {
  await page.getByRole('link', { name: /^Plan: / }).click();
  const codes = Array.from({ length: count }, (_, index) => `UA-${String(index + 1).padStart(4, '0')} 1`);
  await paste(page, codes.join('\n'));
  await press(page, `Plan ${count} consignments`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(`${count} consignments are planned.`);
  await page.getByRole('link', { name: 'To the donation' }).click();
}

/** The paths of a donation of which something is planned, and of the plan of its line. */
export async function plannedDonation(browser: Browser): Promise<{ path: string; plan: string }> {
  const page = await signedIn(browser, 'Olena Kovalenko');
  const donor = `Donor ${Date.now()}`;
  await addDonor(page, donor);
  await addDonation(page, donor, `Portable kits for maternity wards of ${donor}`, 12);
  const { pathname: path } = new URL(page.url());
  await page.getByRole('link', { name: /^Plan: / }).click();
  await expect(page).toHaveURL(/plan\?line=/);
  const { pathname, search } = new URL(page.url());
  await paste(page, 'UA-0001 3\nUA-0002 4');
  await press(page, 'Plan 2 consignments');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('2 consignments are planned.');
  await page.context().close();
  return { path, plan: pathname + search };
}
