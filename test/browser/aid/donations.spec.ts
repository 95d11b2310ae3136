import type { Browser } from '@playwright/test';
import {
  addDonation,
  addDonor,
  answer,
  line,
  paste,
  planEverywhere,
  press,
  rows,
} from '../support/giving.ts';
import { expect, expectComplaints, signedIn, test } from '../support/journey.ts';

// Sixty places are chosen one by one, which takes a busy machine long.
test.setTimeout(180_000);

const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');
const administrator = (browser: Browser) => signedIn(browser, 'Iryna Shevchuk');
const donorPartner = (browser: Browser) => signedIn(browser, 'Nora Lindqvist');

test('a manager enters a donor and a donation of two lines, and mends what is refused', async ({
  browser,
}) => {
  const page = await manager(browser);
  const donor = `Care Fund ${Date.now()}`;
  await page.goto('/overview');
  await page.getByRole('navigation').getByRole('link', { name: 'Donations' }).click();
  await page.getByRole('link', { name: 'Donors' }).click();
  await page.getByRole('link', { name: 'Add a donor' }).click();
  await press(page, 'Add a donor');
  await expect(page.getByLabel('Name in Ukrainian')).toBeFocused();
  await page.getByLabel('Name in English').fill(donor);
  await expect(page.getByLabel('Short name')).toHaveValue(donor.toLowerCase().replaceAll(' ', '-'));
  await addDonor(page, donor);

  await rows(page).filter({ hasText: donor }).getByRole('link').click();
  await expect(answer(page)).toHaveText('There is no donation yet.');
  await page.getByRole('link', { name: 'Add a donation' }).click();
  await expect(page.getByLabel('Donor', { exact: true }).locator('option:checked')).toHaveText(donor);
  await page.getByLabel('Title').fill('Monitors for maternity wards');
  await page.getByLabel('Pledged on').fill('2024-03-01');
  await page.getByLabel('Currency').selectOption('EUR');
  await line(page, 1).getByLabel('Equipment').selectOption('Portable diagnostic complex');
  await line(page, 1).getByLabel('Units').fill('100000');
  await line(page, 1).getByLabel('One unit, EUR').fill('999 000 000');
  await line(page, 1).getByLabel('Rate to the US dollar').fill('1,0868');
  await line(page, 1).getByLabel('Day of the rate').fill('2024-03-01');
  await press(page, 'Add a line');
  await expect(line(page, 2).getByLabel('Rate to the US dollar')).toHaveValue('1,0868');
  await line(page, 2).getByLabel('Equipment').selectOption('Self-examination platform');
  await line(page, 2).getByLabel('Units').fill('2');
  await line(page, 2).getByLabel('One unit, EUR').fill('1.234');
  await press(page, 'Add a donation');
  await expect(line(page, 2).getByLabel('One unit, EUR')).toBeFocused();
  await line(page, 2).getByLabel('One unit, EUR').fill('1250.50');
  await expect(line(page, 2).getByText('€2,501')).toBeVisible();
  await expect(line(page, 2).getByText('$2,718.09')).toBeVisible();

  await press(page, 'Add a donation');
  await expect(line(page, 1).getByLabel('One unit, EUR')).toBeFocused();
  await expect(line(page, 1).getByLabel('One unit, EUR')).toHaveAccessibleDescription(/Type an amount/);
  expectComplaints(page, /422/);
  await line(page, 1).getByLabel('Units').fill('10');
  await line(page, 1).getByLabel('One unit, EUR').fill('12000');
  await expect(page.getByText('€122,501')).toBeVisible();
  await expect(page.getByText('$133,134.09')).toBeVisible();
  await press(page, 'Add a donation');
  await expect(answer(page)).toHaveText('Monitors for maternity wards');
  await expect(page.getByText('12 units for $133,134.09 are pledged, 0 of them planned.')).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Reference').fill('CF-2024/7');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('CF-2024/7').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem').first()).toContainText(
    'Reference',
  );
});

test('of three rows of a plan one is refused, because someone else planned meanwhile; it is mended', async ({
  browser,
}) => {
  const [page, other] = [await manager(browser), await administrator(browser)];
  const donor = `Relief ${Date.now()}`;
  await addDonor(page, donor);
  await addDonation(page, donor, `Kits of ${donor}`, 6);
  const donation = page.url();
  await Promise.all([
    page.getByRole('link', { name: /^Plan: / }).click(),
    other.goto(donation).then(() => other.getByRole('link', { name: /^Plan: / }).click()),
  ]);

  await expect(other.getByRole('searchbox')).toBeVisible();

  await paste(page, 'code\tunits\nUA-0001\t2\nUA-0002\t1\nUA-0003\t4\nUA-999999\t1');
  expectComplaints(page, /404/);
  const units = page.getByRole('textbox', { name: /^Units for/ });
  await expect(units).toHaveCount(4);
  await expect(page.getByText('2 units more than there are.')).toBeVisible();
  await page.getByRole('button', { name: 'Plan 4 consignments' }).click();
  await expect(units.nth(2)).toBeFocused();
  await expect(units.nth(2)).toHaveAccessibleDescription('More than is left.');
  await units.nth(2).fill('3');
  await expect(units.nth(3)).toHaveAccessibleDescription(/There is no such place/);
  await page.getByRole('button', { name: 'Remove: UA-999999' }).click();
  await expect(page.getByText('0 units are left.')).toBeVisible();

  await other.getByRole('searchbox').fill('UA-W01');
  await other.getByRole('button', { name: 'Add: National medical warehouse' }).click();
  await other.getByRole('button', { name: 'Plan 1 consignment' }).click();
  await expect(other.getByRole('heading', { level: 2 })).toHaveText('1 consignment is planned.');

  await page.getByRole('button', { name: 'Plan 3 consignments' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    '2 consignments are planned. 1 is refused.',
  );
  await expect(page.getByRole('row', { name: /More than is left\./ })).toBeVisible();
  await expect(page.getByRole('row').getByRole('link')).toHaveCount(2);
  await page.getByRole('button', { name: 'Mend what was refused' }).click();
  await expect(page.getByText('1 unit more than there is.')).toBeVisible();
  await units.fill('2');
  await page.getByRole('button', { name: 'Plan 1 consignment' }).click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('1 consignment is planned.');
  await page.getByRole('link', { name: 'To the donation' }).click();

  await expect(page.getByText('6 of them planned. Nothing is left to plan.')).toBeVisible();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(5);
  await expect(page.getByRole('link', { name: /^Plan: / })).toHaveCount(0);
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByText('6 units are in consignments already')).toBeVisible();
  await expect(line(page, 1).getByLabel('One unit, USD')).toBeDisabled();
  await line(page, 1).getByLabel('Units').fill('5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(line(page, 1).getByLabel('Units')).toBeFocused();
  await line(page, 1).getByLabel('Units').fill('7');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 unit is left to plan.')).toBeVisible();
});

test('a wrong rate is corrected; where the network goes in the middle, the donation says what is left and goes on', async ({
  browser,
}) => {
  const page = await manager(browser);
  const donor = `Rates ${Date.now()}`;
  await addDonor(page, donor);
  await page.goto('/donations/new');
  await page.getByLabel('Donor', { exact: true }).selectOption(donor);
  await page.getByLabel('Title').fill(`Monitors of ${donor}`);
  await page.getByLabel('Pledged on').fill('2024-03-01');
  await page.getByLabel('Currency').selectOption('EUR');
  await line(page, 1).getByLabel('Equipment').selectOption({ index: 1 });
  await line(page, 1).getByLabel('Units').fill('60');
  await line(page, 1).getByLabel('One unit, EUR').fill('1000');
  await line(page, 1).getByLabel('Rate to the US dollar').fill('10.868');
  await line(page, 1).getByLabel('Day of the rate').fill('2024-03-01');
  await press(page, 'Add a donation');
  await planEverywhere(page, 60);

  await page.getByRole('button', { name: /^Correct the rate: / }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Correct the rate: / });
  await expect(dialog.getByText('The line is worth $652,080 now.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Correct the rate' }).click();
  await expect(dialog.getByLabel('Rate to the US dollar')).toBeFocused();
  await dialog.getByLabel('Rate to the US dollar').fill('10,868');
  await expect(dialog.getByLabel('Day of the rate')).toHaveValue('2024-03-01');
  await dialog.getByLabel('Why was it wrong?').fill('The comma was in the wrong place.');
  await dialog.getByRole('button', { name: 'Correct the rate' }).click();
  await expect(dialog.getByLabel('Rate to the US dollar')).toHaveAccessibleDescription(
    /This is the rate that the line has\./,
  );
  await dialog.getByLabel('Rate to the US dollar').fill('1,0868');
  await expect(dialog.getByText('The line is worth $652,080 now and $65,208 then.')).toBeVisible();

  // The first request lets fifty follow; the second does not come through.
  const requests: string[] = [];
  await page.route('**/lines/*/rate', (route) => {
    requests.push(route.request().url());
    return requests.length > 1 ? route.abort() : route.continue();
  });
  await dialog.getByRole('button', { name: 'Correct the rate' }).click();
  await expect(dialog.getByText(/network/)).toBeVisible();
  expectComplaints(page, /ERR_FAILED/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('10 of 60 consignments still count at the old rate.')).toBeVisible();
  await expect(page.getByText('rate 1.0868 of 1 March 2024')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();

  await expect(page.getByText(/still count at the old rate/)).toHaveCount(0);
  await expect(page.getByText('60 units for $65,208 are pledged, 60 of them planned.')).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('A consignment counts at the corrected rate');
  await history.getByRole('button', { name: 'Show more' }).click();
  await expect(history).toContainText(
    'Rate corrected. Before: rate 10.868 of 1 March 2024. Now: rate 1.0868 of 1 March 2024.',
  );
  await expect(history).toContainText('“The comma was in the wrong place.”');

  await page.unroute('**/lines/*/rate');
  await page.getByRole('button', { name: /^Correct the rate: / }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Correct the rate: / })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Rate to the US dollar').fill('1,0868');
  await dialog.getByLabel('Day of the rate').fill('2024-02-29');
  await dialog.getByLabel('Why was it wrong?').fill('It was of the day before.');
  await dialog.getByRole('button', { name: 'Correct the rate' }).click();
  await expect(page.getByRole('status').getByText(/^The rate is corrected: /)).toBeVisible();
  await expect(page.getByText('rate 1.0868 of 29 February 2024').first()).toBeVisible();
});

test('a donor sees where its aid is by numbers within regions, and can open none of it', async ({
  browser,
}) => {
  const nora = await donorPartner(browser);
  await nora.goto('/donations');
  await rows(nora).getByRole('link').first().click();
  const where = nora.getByRole('region', { name: 'Where it is' });

  await expect(where.getByText('their names and places are not shown')).toBeVisible();
  const first = where.getByRole('row').nth(1);
  await expect(first).toContainText(/: place \d+/);
  const before = await first.innerText();
  await expect(where.getByRole('link')).toHaveCount(0);
  await nora.reload();
  await expect(first).toHaveText(before);
});

test('a donor sees its own donations, and those of another organisation are not there', async ({
  browser,
}) => {
  const page = await manager(browser);
  const donor = `Other ${Date.now()}`;
  await addDonor(page, donor);
  await addDonation(page, donor, `Kits of ${donor}`, 1);

  const nora = await donorPartner(browser);
  await nora.goto(page.url());
  await expect(answer(nora)).toHaveText('There is no such page.');
  await nora.goto('/donations');
  await expect(answer(nora)).toBeVisible();
  await expect(nora.getByText(donor)).toHaveCount(0);
  await expect(nora.getByRole('link', { name: 'Add a donation' })).toHaveCount(0);
  await nora.goto('/donors/new');
  await expect(answer(nora)).toHaveText('This page is not open to you.');
  expectComplaints(nora, /40[34]/);
});
