import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { faultsIn } from '../../support/iati/faults.ts';
import { usdOf } from '../../support/iati/money.ts';
import { expect, signedIn, test } from '../support/journey.ts';

const today = '2024-12-03';
const section = (page: Page) => page.getByRole('region', { name: 'IATI' });

/** Prepares the file and downloads it. */
async function downloaded(page: Page): Promise<{ name: string; xml: string }> {
  await section(page).getByRole('button', { name: 'Prepare the file' }).click();
  const download = page.waitForEvent('download');
  await section(page).getByRole('button', { name: 'Download the file' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), xml: readFileSync(await file.path(), 'utf8') };
}

test("a manager downloads the ministry's file, reads what is missing, mends it, and gets a donor's", async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await page.goto('/donations');

  const { name, xml } = await downloaded(page);

  expect(name).toBe(`iati-recipient-UA-${today}.xml`);
  expect(faultsIn(xml, today)).toEqual([]);
  expect(Number(usdOf(xml, '1'))).toBeGreaterThanOrEqual(4_000_000);
  await expect(section(page).getByRole('listitem')).toContainText(['The donor has no IATI identifier.']);

  await page.goto('/donations?donorId=oriel-devices');
  await section(page).getByRole('button', { name: 'Prepare the file' }).click();
  await expect(section(page).getByText('there is no file')).toBeVisible();
  await section(page).getByRole('link', { name: /^Mend/ }).click();
  await expect(page.getByLabel('IATI identifier')).toBeFocused();
  await page.getByLabel('IATI identifier').fill('XI SAMPLE');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('IATI identifier')).toHaveAccessibleDescription(/no spaces/);
  await page.getByLabel('IATI identifier').fill('XI-SAMPLE-ORIEL');
  await page.getByLabel('IATI organisation type').selectOption('Private sector');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL((url) => url.pathname === '/donors');

  await page.goto('/donations/oriel-2023/edit#iati.activityId');
  await expect(page.getByLabel('Donor’s activity identifier')).toBeFocused();
  await page.getByLabel('Donor’s activity identifier').fill('XI-SAMPLE-ORIEL-17');
  await page.getByRole('button', { name: 'Add a sector' }).click();
  await page.getByLabel('Sector 1').selectOption('Medical services');
  await page.getByLabel('Share, % 1').fill('60');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('with whole shares that make 100')).toBeVisible();
  await page.getByLabel('Share, % 1').fill('100');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL((url) => url.pathname === '/donations/oriel-2023');

  await page.goto('/donations?donorId=oriel-devices');
  const own = await downloaded(page);
  expect(faultsIn(own.xml, today)).toEqual([]);
  expect(own.xml).toContain('>XI-SAMPLE-ORIEL-17<');
  await expect(section(page)).toContainText('no donation is left out');
});

test('a donor downloads its own file', async ({ browser }) => {
  const page = await signedIn(browser, 'Nora Lindqvist');
  await page.goto('/donations');

  const { name, xml } = await downloaded(page);

  expect(name).toBe(`iati-donor-sample-${today}.xml`);
  expect(faultsIn(xml, today)).toEqual([]);
  expect(xml).toContain('<reporting-org ref="XI-SAMPLE-NORTHERN"');
  expect(Number(usdOf(xml, '3'))).toBeGreaterThan(0);
});
