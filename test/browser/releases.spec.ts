/// <reference lib="dom" />
import { answer } from './support/giving.ts';
import { ask } from './support/handling.ts';
import { expect, expectComplaints, signedIn, test } from './support/journey.ts';

/** The published figures of November 2024, as a reader in English meets them. */
const published = [
  '328',
  '8,893',
  '1,259',
  '1,031',
  '$4,000,000',
  '182',
  '30',
  '5',
  '2',
  '6',
  '3',
  '31 of 41',
];

test('the bulletin of November 2024 states every published figure, on one sheet of paper in each language', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/overview');
  await page.getByRole('navigation').getByRole('link', { name: 'Releases' }).click();
  await expect(answer(page)).toContainText('November 2024 is released: 328 facilities are live');
  await page.getByRole('link', { name: 'November 2024', exact: false }).first().click();
  await expect(answer(page)).toHaveText(/^328 facilities are live and 8,893 teleconsultations/);
  const sheet = page.getByRole('article');
  for (const figure of published) await expect(sheet).toContainText(figure);
  for (const words of ['Law on telemedicine, August 2023', 'Strategy of telemedicine adopted, 2023'])
    await expect(sheet).toContainText(words);
  await expect(sheet).toContainText('teleconsultation, telemetry and teleradiology');
  // Of what cannot be reached nobody knows that nothing works there.
  await expect(sheet).toContainText('Without regions out of reach: Luhansk, Sevastopol, Crimea.');
  await expect(sheet).not.toContainText('No facility works');
  await expect(sheet.getByRole('list', { name: 'Legend' })).not.toContainText('none or unknown');

  for (const language of ['en', 'uk', 'be', 'ru']) {
    await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
    await page.reload();
    await expect(sheet.locator('footer')).toBeVisible();
    const paper = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  }
});

test('a release is made, and stays as it was cited when a report is approved afterwards', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/releases');
  const button = page.getByRole('button', { name: 'Make another release of November 2024' });
  await button.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make another release' }).click();
  await expect(dialog.getByLabel('Why is there another release')).toBeFocused();
  await dialog.getByLabel('Why is there another release').fill('Two reports came late');
  await dialog.getByRole('button', { name: 'Make another release' }).click();
  await expect(page).toHaveURL(/releases\/2024-11\.2-[a-z]{6}$/);
  await expect(page.getByRole('article')).toContainText('Two reports came late');
  await expect(page.getByText('Nothing of it has been corrected since.')).toBeVisible();
  const { pathname } = new URL(page.url());

  const waiting = Object(await ask(page, '/reviews?region=UA-46'));
  const report = waiting.waiting[0].report;
  const path = `/facilities/${report.facilityId}/reports/${report.month}/approval`;
  await ask(page, path, { basedOn: report.version, idempotencyKey: crypto.randomUUID() });

  await page.goto(pathname);
  await expect(answer(page)).toContainText('8,893 teleconsultations');
  await expect(page.getByRole('table', { name: 'As cited, and today' })).toContainText('Reports approved');
  const where = page.locator('details', { hasText: 'Reports approved' });
  await where.locator('summary').click();
  await where.getByRole('button', { name: 'Which records?' }).click();
  await where.getByRole('status').getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`/facilities/${report.facilityId}/${report.month}`));
});

test('an id that was altered says so', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/releases');
  const link = page.locator('main ul a[href^="/releases/2024-11."]').first();
  const id = String(await link.getAttribute('href'));
  await page.goto(`${id.slice(0, -1)}${id.endsWith('z') ? 'y' : 'z'}`);
  await expect(answer(page)).toHaveText('No release has this id: some of it was altered.');
  expectComplaints(page, /404/);
  await page.getByRole('link', { name: 'All releases' }).click();
  await expect(answer(page)).toContainText('is released');
});
