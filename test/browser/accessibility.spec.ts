import type { Page } from '@playwright/test';
import { address } from './support/address.ts';
import { expectAccessible, expectContrast } from './support/axe.ts';
import { line, plannedDonation, press } from './support/giving.ts';
import { deliveryToHospital } from './support/handling.ts';
import { expect, expectComplaints, listen, signedIn, test } from './support/journey.ts';
import { answer, fillIn, hospital, keepFromServer, phone, ruralClinic, thumb } from './support/phone.ts';
import { openWhole } from './support/settled.ts';

// What opens within screens, and what is said of faults, in light and dark: nothing that axe finds stays. The screens themselves are
// in everyone/. Nothing is sent but a donation and a delivery.

// Axe looks at every mark of a screen.
test.setTimeout(240_000);

/** What axe finds on the screen that is open; what is dark differs in its colours alone. */
async function expectInBoth(page: Page, screen: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectAccessible(page, screen);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectContrast(page, `${screen}, dark`);
}

test('signing in, and the page of the provider', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: address });
  const page = listen(await context.newPage());
  await openWhole(page, '/sign-in');
  await expectInBoth(page, 'sign-in');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Olena Kovalenko' })).toBeVisible();
  await expectInBoth(page, 'provider');
});

test('the menu', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/overview?month=2024-10');
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await expectInBoth(page, 'menu');
});

test('the screens of a facility', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await openWhole(page, '/facilities?text=Kaniv');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await page.getByText('Show as a table').click();
  await expectInBoth(page, 'facility');
  await page
    .getByRole('button', { name: /^Correct the date of/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/./).first().fill('1999-12-31');
  await dialog.getByRole('button', { name: 'Correct the date' }).click();
  await expect(dialog.getByText('The day must lie within these limits.')).toBeVisible();
  await expectInBoth(page, 'date of a stage, with a fault');
  await page.keyboard.press('Escape');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page).toHaveURL(/\d{4}-\d{2}$/);
  await expect(answer(page)).toBeVisible();
  await expectInBoth(page, "a facility's month");
  await openWhole(page, '/facilities/new');
  await expectInBoth(page, 'register');
  await page.getByRole('button', { name: /^Register/ }).click();
  await expectInBoth(page, 'register, with faults');
  await openWhole(page, '/facilities/UA-0001/edit');
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByRole('button', { name: 'Add a code' }).click();
  await page.getByLabel('Code 1', { exact: true }).fill('Of no register');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose the register and type the code, each code once.')).toBeVisible();
  await expectInBoth(page, 'edit, with rows');
  await openWhole(page, '/facilities/import');
  await page.getByText('Which columns there are').click();
  await expectInBoth(page, 'import');
  await openWhole(page, '/equipment/import');
  await page.getByText('Which columns there are').click();
  await expectInBoth(page, 'import of equipment');
  await openWhole(page, '/facilities/UA-000000');
  await expectInBoth(page, 'error');
  expectComplaints(page, /404/);
});

test('the screens of warehouses', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await openWhole(page, '/warehouses/new');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expectInBoth(page, 'register a warehouse, with faults');
});

test('the screens of donors and donations', async ({ browser }) => {
  const { path, plan } = await plannedDonation(browser);
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, path);
  await expectInBoth(page, path);
  await openWhole(page, '/donors/new');
  await press(page, 'Add a donor');
  await expectInBoth(page, 'a donor, with faults');
  await openWhole(page, '/donations/new');
  await page.getByLabel('Currency').selectOption('EUR');
  await press(page, 'Add a line');
  await press(page, 'Add a donation');
  await expect(line(page, 2).getByText('Choose what it is.')).toBeVisible();
  await expectInBoth(page, 'a donation, with faults');
  await openWhole(page, `${path}/edit`);
  await expectInBoth(page, 'a donation of which units are planned');
  await openWhole(page, plan);
  await page
    .getByRole('button', { name: /^Add: / })
    .first()
    .click();
  await page.getByText('Paste a list of codes').click();
  await page.getByRole('textbox', { name: /^Units for/ }).fill('x');
  await page.getByRole('button', { name: 'Plan 1 consignment' }).click();
  await expectInBoth(page, 'a plan, with a fault');
});

test('the screens of people', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await openWhole(page, '/people');
  await expectInBoth(page, 'people');
  await page.getByRole('link', { name: 'Olena Kovalenko' }).click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expectInBoth(page, 'a person');
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectInBoth(page, 'deactivating');
  await openWhole(page, '/people/new');
  await page.getByLabel('Role').selectOption('Programme manager');
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expectInBoth(page, 'add a person, with faults');
});

test('reviewing', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/review');
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toBeVisible();
  await expectInBoth(page, 'review');
  await page.getByRole('button', { name: 'Return', exact: true }).click();
  await page.getByLabel('What should be checked?').fill('');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Write at least three letters.')).toBeVisible();
  await expectInBoth(page, 'returning');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Return', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Approve all with nothing unusual' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Approve \d+/ })).toBeVisible();
  await expectInBoth(page, 'approving several');
});

test('the screens of a head', async ({ browser }) => {
  const page = await signedIn(browser, ruralClinic);
  await keepFromServer(page, '2024-11');
  await page.setViewportSize(phone);
  await openWhole(page, '/my-facility');
  await expectInBoth(page, 'my facility');
  await openWhole(page, '/my-facility/2024-10');
  await expectInBoth(page, 'a month handed in');
  await openWhole(page, '/my-facility/2024-11');
  await expectInBoth(page, "the month's form");
  await fillIn(page);
  await thumb(page, 'Check and send').click();
  await expect(page.getByRole('heading', { name: 'Is everything right?' })).toBeFocused();
  await expectInBoth(page, 'before sending');
  expectComplaints(page, /ERR_FAILED/);
});

test('the screens of equipment', async ({ browser }) => {
  const id = await deliveryToHospital(browser);
  const head = await signedIn(browser, hospital);
  await head.setViewportSize(phone);
  await openWhole(head, `/my-facility/equipment/${id}`);
  await thumb(head, 'Count, then confirm').click();
  await expectInBoth(head, 'a delivery, with a fault');
  await head.getByRole('button', { name: 'All 2 came and work' }).click();
  await thumb(head, 'Confirm: all 2 came').click();
  await expect(head.getByRole('button', { name: 'It is installed' })).toBeVisible();
  await expectInBoth(head, 'equipment that came');
  await head.getByRole('button', { name: 'It does not work' }).click();
  await thumb(head, 'It does not work').click();
  await expectInBoth(head, 'an event, with a fault');
  await openWhole(head, '/my-facility/equipment/new');
  await expectInBoth(head, 'what came unannounced');

  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, `/equipment/${id}`);
  await expectInBoth(page, 'equipment that came, for the ministry');
  await page.getByRole('button', { name: 'Offer it to another place' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Note it' }).click();
  await page.getByRole('dialog').getByLabel('Where to').fill('Busk');
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
  await expectInBoth(page, 'an offer, with a fault');
});

test('the screens of solutions', async ({ browser }) => {
  const page = await signedIn(browser, 'Olena Kovalenko');
  await openWhole(page, '/solutions/trauma-consultation/edit');
  await expectInBoth(page, 'a solution of which others count');
  await openWhole(page, '/solutions/new');
  await page.getByRole('button', { name: 'Register' }).click();
  await expectInBoth(page, 'register a solution, with faults');
  await openWhole(page, '/solutions/tele-ecg');
  await expectInBoth(page, 'a solution in preparation');
  await openWhole(page, '/facilities/UA-0001');
  await page.getByRole('button', { name: 'Enter the use of a solution' }).click();
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expectInBoth(page, 'a solution adopted by hand, with faults');
});
