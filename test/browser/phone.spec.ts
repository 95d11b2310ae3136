import { expectAccessible } from './support/axe.ts';
import { expect, expectComplaints, signedIn, test } from './support/journey.ts';
import { answer, field, hospital, phone, ruralClinic, thumb } from './support/phone.ts';

test('two devices are merged field by field; only what both changed asks', async ({ browser }) => {
  // Other than what a run before may have left there.
  const theirs = String(10 + (Date.now() % 40));
  const mine = String(60 + (Date.now() % 40));
  const phone = await signedIn(browser, ruralClinic);
  const tablet = await signedIn(browser, ruralClinic);
  for (const device of [phone, tablet]) {
    await device.goto('/my-facility/2024-11');
    await expect(field(device, 'requestsFailed')).toBeVisible();
  }

  await field(tablet, 'requestsFailed').fill(theirs);
  await field(tablet, 'remotePrescriptions').fill(theirs);
  await expect(tablet.getByText(/^Saved, /)).toBeVisible();
  await field(phone, 'requestsFailed').fill(mine);
  await field(phone, 'daysWithoutPower').fill('3');

  await expect(phone.getByText(`Another device of yours has ${theirs} here.`)).toBeVisible();
  await expect(field(phone, 'remotePrescriptions')).toHaveValue(theirs);
  await expect(field(phone, 'daysWithoutPower')).toHaveValue('3');
  await phone.getByRole('button', { name: `Take ${theirs}` }).click();
  await expect(field(phone, 'requestsFailed')).toHaveValue(theirs);
  await expect(phone.getByText(/^Saved, /)).toBeVisible();
  expectComplaints(phone, /409/);
});

test('rules speak under their field before anything is sent', async ({ browser }) => {
  const page = await signedIn(browser, hospital);
  await page.goto('/my-facility/2024-02');

  await field(page, 'requestsFailed').fill('2.5');
  await field(page, 'daysWithoutPower').fill('30');
  await field(page, 'consultationsDoctorToDoctor').fill('1');
  await field(page, 'consultationsDoctorToPatient').fill('900');
  await field(page, 'transfersAvoided').fill('902');

  await expect(page.getByText('Type a whole number.')).toBeVisible();
  await expect(page.getByText('February has only 29 days.')).toBeVisible();
  await expect(page.getByText('It is a part of the 901 above and cannot be more.')).toBeVisible();
  await expect(page.getByText(/Much more than usual/)).toBeVisible();
  await expect(page.getByText('Type 0 where there was none.', { exact: true })).toHaveCount(0);
  await thumb(page, 'Next field').click();
  await thumb(page, 'Next field').click();
  await expect(page.getByText('Type 0 where there was none.', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/of 11$/)).toBeVisible();
});

test('who can use a solution is said with one tap where nothing changed, and never by itself', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Head of Khodoriv district clinic', { viewport: phone });
  await page.goto('/my-facility/2024-11');
  const still = page.getByRole('button', { name: /^Still \d+$/ }).first();
  await expect(still).toHaveAccessibleDescription(/^Can use: /);
  const asked = page.getByLabel(/^Can use: /);
  const before = /\d+/.exec(await still.innerText())?.[0] ?? '';
  await expect(asked).toHaveValue('');
  await still.focus();
  await page.keyboard.press('Enter');

  await expect(asked).toHaveValue(before);
  const said = page.getByRole('button', { name: `✓ Still ${before}` }).first();
  await expect(said).toBeFocused();
  await expect(said).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/^Saved, /)).toBeVisible();
  await page.reload();
  await expect(asked).toHaveValue(before);

  await asked.fill(String(Number(before) + 1));
  await expect(said).toHaveCount(0);
  await expect(page.getByText(`October: ${before}`).first()).toBeVisible();
});

test('an approved month is opened again with a reason, as a new revision', async ({ browser }) => {
  const page = await signedIn(browser, 'Head of Busk district clinic');
  await page.goto('/my-facility/2024-08');
  await expect(answer(page)).toContainText('August 2024 is approved.');

  const correct = page.getByRole('button', { name: 'Correct the figures' });
  await correct.click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(correct).toBeFocused();
  await correct.click();
  const reason = page.getByLabel('Why must they be corrected?');
  await expect(reason).toBeFocused();
  await page.getByRole('button', { name: 'Open for correction' }).click();
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription(/A few words are needed/);
  await reason.fill('Two studies were counted twice');
  await page.getByRole('button', { name: 'Open for correction' }).click();
  await expect(field(page, 'requestsFailed')).toBeVisible();
  await page.goto('/my-facility');

  await expect(page.getByText('Two studies were counted twice')).toBeVisible();
});

test('every month of a head opens, and one that is approved tells who did what with it', async ({
  browser,
}) => {
  const page = await signedIn(browser, hospital);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/my-facility');
  await page.getByText('All months').click();
  const row = page.getByRole('row').filter({ hasText: 'Approved' }).first();
  await row.getByRole('link').click();
  await expect(answer(page)).toContainText('is approved.');
  expect(asked.filter((path) => path.endsWith('/history'))).toEqual([]);

  await page.getByText('History', { exact: true }).click();

  const lines = page.getByRole('listitem');
  await expect(lines.filter({ hasText: 'Handed in' }).first()).toContainText(/11 figures/);
  await expect(lines.filter({ hasText: 'Approved' }).first()).toContainText(/ · \d+ \w+ 20\d\d, \d\d:\d\d/);
  await expectAccessible(page);
});

test('the whole month can be typed with the keyboard alone', async ({ browser }) => {
  const page = await signedIn(browser, hospital);
  await page.goto('/my-facility/2023-07');
  await field(page, 'consultationsDoctorToDoctor').focus();

  for (let index = 0; index < 12; index++) {
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
  }

  await expect(page.getByRole('heading', { name: 'Is everything right?' })).toBeFocused();
});

test('a head chooses Ukrainian, and the page speaks it at once', async ({ browser }) => {
  const page = await signedIn(browser, ruralClinic);
  await page.setViewportSize(phone);
  await page.goto('/my-facility');

  await page.getByRole('banner').locator('summary').click();
  await page.getByText('Українська').click();
  await expect(answer(page)).toContainText('На подання звіту за листопад залишилося 7 днів.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');
});
