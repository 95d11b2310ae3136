import type { Page } from '@playwright/test';
import { ask, facilityOf, manager, sendUnits } from '../support/handling.ts';
import { atWork, expect, expectComplaints, listen, test } from '../support/journey.ts';
import { answer, hospital, phone, readyForOffline, ruralClinic, thumb, written } from '../support/phone.ts';

test.setTimeout(180_000);

const rowTo = (page: Page, consignmentId: string) =>
  page.getByRole('main').locator(`a[href$="/equipment/${consignmentId}"]`);
const dialog = (page: Page) => page.getByRole('dialog');
const main = (page: Page) => page.getByRole('main');

/** Tells of an event in the dialog that is open. */
async function note(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Note it' }).click();
  await expect(dialog(page)).toHaveCount(0);
}

test('a head counts a short delivery without network; the manager sees what is missing and passes the damaged one on', async ({
  browser,
}) => {
  const ministry = await manager(browser);
  await ministry.goto('/equipment/list');
  const head = await atWork(browser, hospital);
  await head.setViewportSize(phone);
  await expect(answer(head)).toBeVisible();
  const hospitalId = await facilityOf(head);
  const id = await sendUnits(ministry, hospitalId, 4);

  await head.goto('/my-facility');
  await expect(rowTo(head, id)).toContainText('4 × Video terminal');
  await expect(rowTo(head, id)).toContainText('Confirm');
  await readyForOffline(head);
  await head.context().setOffline(true);
  await rowTo(head, id).click();
  await expect(answer(head)).toHaveText('What came?');
  await thumb(head, 'Count, then confirm').click();
  await expect(head.getByLabel('Came and works', { exact: true })).toBeFocused();
  await head.getByRole('button', { name: 'One more: Came and works' }).click();
  await head.getByRole('button', { name: 'One more: Came and works' }).click();
  await head.getByRole('button', { name: 'One more: Came damaged' }).click();
  await expect(head.getByText('1 did not come.')).toBeVisible();
  await head.getByLabel('What is damaged?').fill('The glass is cracked');
  await expect(head.getByText(/^Kept on this device/)).toBeVisible();
  await written(head);
  expectComplaints(head, /ERR_INTERNET_DISCONNECTED/);
  const context = head.context();
  await head.close();

  const again = listen(await context.newPage());
  await again.setViewportSize(phone);
  await again.goto(`/my-facility/equipment/${id}`);
  await expect(again.getByLabel('Came and works', { exact: true })).toHaveValue('2');
  await expect(again.getByLabel('What is damaged?')).toHaveValue('The glass is cracked');
  await thumb(again, 'Confirm: 3 of 4 came, 1 damaged').click();
  await expect(main(again)).toContainText('It is kept on this device.');
  await again.getByRole('link', { name: 'To my facility' }).click();
  await expect(rowTo(again, id)).toContainText('3 of 4 came, 1 damaged · Waits on this device');

  await context.setOffline(false);
  await expect(rowTo(again, id)).toContainText('Noted on 3 Dec as not come');
  await expect(rowTo(again, `${id}.1`)).toContainText('2 × Video terminal');
  await expect(rowTo(again, `${id}.2`)).toContainText('Faulty since 3 Dec');
  expectComplaints(again, /ERR_INTERNET_DISCONNECTED/);

  await ministry.goto(`/equipment/${id}`);
  await expect(answer(ministry)).toHaveText(/1 × Video terminal: On its way since 26 Nov/);
  await expect(main(ministry)).toContainText('Did not come, noted since 3 Dec');
  await ministry.getByRole('link', { name: `${id}.2` }).click();
  await expect(main(ministry)).toContainText('Faulty since 3 Dec');
  await expect(main(ministry)).toContainText('“The glass is cracked”');

  const clinic = await atWork(browser, ruralClinic);
  await clinic.setViewportSize(phone);
  await expect(answer(clinic)).toBeVisible();
  const clinicId = await facilityOf(clinic);
  await ministry.getByRole('button', { name: 'Offer it to another place' }).click();
  await dialog(ministry).getByRole('button', { name: 'Note it' }).click();
  await expect(dialog(ministry).getByLabel('Where to')).toHaveAccessibleDescription(/Choose a place/);
  await dialog(ministry).getByLabel('Where to').fill(clinicId);
  await dialog(ministry).getByRole('radio').first().check();
  await note(ministry);
  await expect(main(ministry)).toContainText(/Offered to/);

  await clinic.goto('/my-facility');
  await expect(rowTo(clinic, `${id}.2`)).toContainText('Offered by');
  await rowTo(clinic, `${id}.2`).click();
  await clinic.getByRole('button', { name: 'Accept it' }).click();
  await thumb(clinic, 'Accept it').click();
  await expect(main(clinic)).toContainText('The ministry has it.');

  await ministry.reload();
  await ministry.getByRole('button', { name: 'It was sent' }).click();
  await note(ministry);
  await expect(answer(ministry)).toContainText('On its way');

  await clinic.goto(`/my-facility/equipment/${id}.2`);
  await expect(answer(clinic)).toHaveText('What came?');
  await clinic.getByLabel('Came and works', { exact: true }).fill('0');
  await clinic.getByLabel('Came damaged', { exact: true }).fill('1');
  await thumb(clinic, 'Confirm: 1 of 1 came, 1 damaged').click();
  await clinic.getByRole('link', { name: 'To my facility' }).click();
  await expect(rowTo(clinic, `${id}.2`)).toContainText('Faulty since 3 Dec');
  await again.reload();
  await expect(rowTo(again, `${id}.1`)).toBeVisible();
  await expect(rowTo(again, `${id}.2`)).toHaveCount(0);

  await ministry.goto(`/facilities/${clinicId}`);
  const there = ministry.getByRole('region', { name: 'Equipment' });
  await expect(there.locator(`a[href="/equipment/${id}.2"]`)).toContainText('Faulty');
});

test('a head installs, uses and mends equipment; a refused day is shown with its reason and corrected', async ({
  browser,
}) => {
  const ministry = await manager(browser);
  await ministry.goto('/equipment/list');
  const head = await atWork(browser, hospital);
  await head.setViewportSize(phone);
  await expect(answer(head)).toBeVisible();
  const hospitalId = await facilityOf(head);
  const id = await sendUnits(ministry, hospitalId, 2);
  await head.goto(`/my-facility/equipment/${id}`);
  await head.getByRole('button', { name: 'All 2 came and work' }).click();
  await thumb(head, 'Confirm: all 2 came').click();
  await expect(main(head)).toContainText('The ministry has it.');

  await head.getByRole('button', { name: 'It is installed' }).click();
  await head.getByLabel('Day', { exact: true }).fill('2024-11-01');
  await thumb(head, 'It is installed').click();
  await expect(main(head)).toContainText('It does not fit with what is recorded of this equipment by now.');
  await head.getByRole('button', { name: /^Change: Installed/ }).click();
  await head.getByLabel('Day', { exact: true }).fill('2024-12-03');
  await thumb(head, 'It is installed').click();
  await expect(main(head)).toContainText('Installed since 3 Dec');

  await head.getByRole('button', { name: 'It does not work' }).click();
  await head.getByRole('button', { name: 'One less: How many' }).click();
  await thumb(head, 'It does not work').click();
  await expect(head.getByLabel('Why')).toBeFocused();
  await head.getByLabel('Why').selectOption('Spare parts are missing');
  await thumb(head, 'It does not work').click();
  await expect(main(head)).toContainText('1 × Video terminal');
  await head.getByRole('link', { name: 'To my facility' }).click();
  await expect(rowTo(head, `${id}.1`)).toContainText('Faulty since 3 Dec');
  expectComplaints(head, /409/);
});

test('what came unannounced is entered without network, and what was there before with its days', async ({
  browser,
}) => {
  const head = await atWork(browser, ruralClinic);
  await head.setViewportSize(phone);
  await expect(head.getByRole('link', { name: 'Enter what came unannounced' })).toBeVisible();
  await readyForOffline(head);
  await head.context().setOffline(true);
  await head.getByRole('link', { name: 'Enter what came unannounced' }).click();
  await thumb(head, 'Enter it').click();
  await expect(head.getByLabel('Equipment')).toBeFocused();
  await head.getByLabel('Equipment').selectOption('Satellite terminal');
  await head.getByLabel('Units').fill('3');
  await head.getByLabel('Who brought it').fill('A volunteer from Lviv');
  await thumb(head, 'Enter it').click();
  const row = head.getByRole('link', { name: /3 × Satellite terminal/ });
  await expect(row).toContainText('Waits on this device');
  await head.context().setOffline(false);
  await expect(row).toContainText('Received since 3 Dec');
  expectComplaints(head, /ERR_INTERNET_DISCONNECTED/);

  const clinicId = await facilityOf(head);
  const ministry = await manager(browser);
  await ministry.goto(`/facilities/${clinicId}`);
  await ministry.getByRole('link', { name: 'Enter what is there' }).click();
  await ministry.getByRole('button', { name: 'Note it' }).click();
  await expect(ministry.getByLabel('Equipment')).toBeFocused();
  await ministry.getByLabel('Equipment').selectOption('Workstation for AI on CT');
  await ministry.getByLabel('Units').fill('1');
  await ministry.getByLabel('Day it came').fill('2023-05-02');
  await ministry.getByLabel('Installed on').fill('2023-05-09');
  await ministry.getByRole('button', { name: 'Note it' }).click();
  const there = ministry.getByRole('region', { name: 'Equipment' });
  await there
    .getByRole('link', { name: /Workstation for AI on CT/ })
    .first()
    .click();
  await expect(answer(ministry)).toHaveText(/Installed since 9 May 2023/);

  await ministry.getByRole('button', { name: 'Strike out: Installed' }).click();
  await dialog(ministry).getByRole('button', { name: 'Strike out' }).click();
  const why = dialog(ministry).getByLabel('Why was it a mistake?');
  await expect(why).toBeFocused();
  await why.fill('The wrong year');
  await dialog(ministry).getByRole('button', { name: 'Strike out' }).click();
  await expect(answer(ministry)).toHaveText(/Received since 2 May 2023/);
  await expect(main(ministry)).toContainText('Struck out by Olena Kovalenko: “The wrong year”');
});

test('a manager corrects a mistyped serial number, and it stands in the history', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto('/equipment/list');
  const id = await sendUnits(page, 'UA-W01', 2);
  await page.goto(`/equipment/${id}`);
  const correct = page.getByRole('button', { name: 'Correct the details' });
  const serialNumbers = dialog(page).getByLabel('Serial numbers');
  const send = dialog(page).getByRole('button', { name: 'Correct the details' });
  await correct.click();
  await serialNumbers.fill('VT-101\nVT-1O2\nVT-103');
  await dialog(page).getByLabel('Accountable until').fill('2024-11-19');
  await send.click();
  await expect(serialNumbers).toBeFocused();
  await expect(serialNumbers).toHaveAccessibleDescription(/at most 2 numbers/);
  await expect(dialog(page).getByLabel('Accountable until')).toHaveAccessibleDescription(/Between 20 Nov/);
  await serialNumbers.fill('VT-101\nVT-1O2');
  await dialog(page).getByLabel('Accountable until').fill('2029-12-31');
  await send.click();
  await expect(main(page)).toContainText('VT-101, VT-1O2');

  await correct.click();
  await expect(serialNumbers).toHaveValue('VT-101\nVT-1O2');
  await serialNumbers.fill('VT-101\nVT-102');
  await send.click();
  await expect(main(page)).toContainText('VT-101, VT-102');
  await expect(answer(page)).toBeFocused();
  await page.getByText('Who changed what').click();
  await expect(main(page)).toContainText('Serial numbers: VT-1O2 → VT-102');
  await expect(main(page)).toContainText('Accountable until: – → 31 December 2029');
});

test('the list of equipment is narrowed in its address', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto('/facilities');
  await page.getByRole('navigation').getByRole('link', { name: 'Equipment' }).click();
  await page.getByRole('link', { name: 'List of equipment' }).click();
  await page.getByLabel('State').selectOption('On its way');
  await expect(page).toHaveURL(/state=shipped/);
  await page.getByLabel('Condition').selectOption('Faulty');
  await expect(page).toHaveURL(/condition=faulty/);
  await page.goto('/equipment/list?type=operatingRoomSet&state=scrapped');
  await expect(main(page)).toContainText('No equipment matches.');
  await page.getByRole('link', { name: 'Show all equipment' }).click();
  await expect(page).toHaveURL(/\/equipment\/list$/);
  expect(await ask(page, '/consignments?region=UA-46')).toHaveProperty('consignments');
});

test('the way of given equipment is followed from the pledge to the first use', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto('/equipment');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('has come into use');
  const funnel = page.getByRole('figure').filter({ hasText: 'From pledge to use' });
  await expect(funnel.getByRole('listitem')).toHaveCount(7);
  await expect(funnel.getByRole('listitem').nth(5)).toContainText('Someone can use it');
  await expect(funnel.getByRole('listitem').last()).toContainText('Used');
  await expect(funnel).toContainText('On the way');

  await page.getByLabel('Region').selectOption('Lviv');
  await expect(page).toHaveURL(/region=UA-46/);
  await expect(funnel.getByRole('listitem').first()).toContainText('Planned');
  await main(page).getByRole('combobox').nth(1).selectOption('Portable diagnostic complex');
  await expect(page).toHaveURL(/of=type%3AportableDiagnosticComplex/);

  await funnel.getByText('Show as a table').click();
  await expect(funnel.getByRole('table').getByRole('row')).toHaveCount(8);
  await funnel.getByRole('link', { name: 'Installed', exact: true }).click();
  await expect(page).toHaveURL(
    /\/equipment\/list\?region=UA-46&type=portableDiagnosticComplex&state=installed/,
  );
});

test('types, solutions, donors and regions are compared, and each leads to its own funnel', async ({
  browser,
}) => {
  const page = await manager(browser);
  await page.goto('/equipment');
  const comparison = page.getByRole('region', { name: 'Comparison' });
  const laptops = comparison.getByRole('row', { name: /^Laptop/ });
  await expect(laptops).toContainText('not known');

  await comparison.getByRole('button', { name: 'Regions' }).click();
  await expect(page).toHaveURL(/by=region/);
  const region = comparison.getByRole('rowheader').first().getByRole('link');
  const name = await region.innerText();
  await region.click();
  await expect(page.getByLabel('Region').locator('option:checked')).toHaveText(name);
  await expect(comparison.getByRole('button', { name: 'Regions' })).toHaveCount(0);
});

test('the bars of the funnel show value or units', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto('/equipment');
  const funnel = page.getByRole('figure').filter({ hasText: 'From pledge to use' });
  const bar = funnel.getByRole('listitem').last().locator('.bar');
  await expect(funnel).toContainText('Value at each step');
  const byValue = await bar.getAttribute('style');
  await funnel.getByRole('button', { name: 'Units' }).click();
  await expect(funnel).toContainText('Units at each step');
  await expect(bar).not.toHaveAttribute('style', byValue ?? '');
});

test('what is faulty is listed with its age, the oldest first, and what repairs took', async ({
  browser,
}) => {
  const page = await manager(browser);
  await page.goto('/equipment');
  await expect(main(page).getByRole('heading', { name: /^\d+ Faulty$/ })).toBeVisible();
  await page.goto('/equipment/list?condition=faulty');
  const rows = main(page).locator('li .age');
  await expect(rows.first()).toBeVisible();
  const ages = (await rows.allTextContents()).map((text) => Number(text.replace(/\D/g, '')));
  expect(ages).toEqual(ages.toSorted((a, b) => b - a));
  await expect(main(page)).toContainText('It was repaired');
  await expect(page.getByRole('heading', { name: 'Repairs' })).toBeVisible();
});
