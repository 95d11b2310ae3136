import { expectAccessible } from './support/axe.ts';
import type { Browser, Page } from '@playwright/test';
import { atWork, expect, expectComplaints, signedIn, test } from './support/journey.ts';
import { answer, phone, readyForOffline, ruralClinic, thumb } from './support/phone.ts';
import { openWhole } from './support/settled.ts';

const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');
const history = (page: Page) => page.getByRole('region', { name: 'History' }).getByRole('listitem');
const staffOf = (page: Page, facility: string) => page.getByRole('group', { name: facility });

/** Adds a facility by its name. */
async function add(page: Page, name: string): Promise<void> {
  await page.getByLabel('Add a facility').fill(name);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await expect(staffOf(page, name)).toBeVisible();
}

/** Types how many of a role came, were new to it, and new to equipment. */
async function count(page: Page, facility: string, role: string, counts: [string, string, string]) {
  const labels = ['Came', 'New to the subject', 'New to telemedicine equipment'];
  for (const [index, label] of labels.entries())
    await staffOf(page, facility)
      .getByLabel(`${role}: ${label}`)
      .fill(counts[index] ?? '');
}

test('a manager enters a session for three facilities, corrects it and calls it off', async ({ browser }) => {
  const page = await manager(browser);
  await openWhole(page, '/training');
  await expect(answer(page)).toHaveText(/1,031 training sessions held, 1,259 health workers learnt/);
  await page.getByRole('link', { name: 'Enter a session' }).click();

  await page.getByLabel('Subject', { exact: true }).selectOption('Something else');
  await page.getByLabel('Other subject').fill('Winter school');
  await page.getByLabel('Day').fill('2024-12-04');
  await page.getByLabel('Hours').fill('3,5');
  await page.getByLabel('Taught by').fill('National centre of telemedicine');
  await page.getByLabel('Form', { exact: true }).selectOption('On site');
  await page.getByLabel('Held by').selectOption('A region');
  await page.getByLabel('Region', { exact: true }).selectOption('Lviv');
  for (const name of ['Zhuravno rural clinic', 'Sokal district hospital', 'Kaniv district hospital'])
    await add(page, name);
  await count(page, 'Zhuravno rural clinic', 'Doctors', ['1', '2', '0']);
  await count(page, 'Sokal district hospital', 'Doctors', ['2', '2', '1']);
  await count(page, 'Kaniv district hospital', 'Nurses and midwives', ['3', '3', '3']);
  const register = page.getByRole('button', { name: 'Register', exact: true });
  await register.click();
  await expect(page.getByLabel('Day')).toBeFocused();
  await expect(page.getByLabel('Day')).toHaveAccessibleDescription(/Between 1 January 2022 and/);
  await expect(page.getByText('Doctors: No more can be new than came.')).toBeVisible();
  await page.getByLabel('Day').fill('2024-12-02');
  await count(page, 'Zhuravno rural clinic', 'Doctors', ['2', '1', '0']);
  await register.click();
  await expect(page.getByText(/Answer this\./)).toBeVisible();
  await page.getByRole('radio', { name: /^Yes/ }).check();
  await register.click();
  await expect(answer(page)).toHaveText(
    '7 people came from 3 facilities, 4 of them new to telemedicine equipment',
  );

  await page.getByRole('link', { name: 'Correct' }).click();
  await page.getByRole('button', { name: 'Remove: Kaniv district hospital' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(answer(page)).toHaveText(
    '4 people came from 2 facilities, 1 of them new to telemedicine equipment',
  );

  await page.getByRole('button', { name: 'Call it off' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('Moved to spring');
  await dialog.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByText('Moved to spring')).toBeVisible();
  await expect(history(page)).toHaveText([/Cancelled/, /edited/i, /Registered/]);
});

test('two that are one are made one', async ({ browser }) => {
  const page = await manager(browser);
  await openWhole(page, '/training/session-told-twice');
  await page.getByRole('button', { name: 'It was entered twice' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: 'Make them one' }).click();
  await expect(page.getByText('It had been entered twice.')).toBeVisible();

  await page.getByRole('link', { name: 'To the other session' }).click();
  await expect(page.getByText(/^It was entered twice\./)).toBeVisible();
});

test('a head enters a session without network, and it arrives', async ({ browser }) => {
  const page = await atWork(browser, ruralClinic);
  await page.setViewportSize(phone);
  await page.getByRole('link', { name: 'Training of our people' }).click();
  await expect(answer(page)).toHaveText(/Your people were at \d+ sessions/);
  await readyForOffline(page);
  await page.context().setOffline(true);

  await page.getByRole('link', { name: 'Enter training held here' }).click();
  await page.getByLabel('Subject', { exact: true }).selectOption('Something else');
  await page.getByLabel('Other subject').fill('Evening course');
  await page.getByLabel('Hours').fill('2');
  await page.getByLabel('Taught by').fill('Our own doctor');
  await page.getByLabel('Form', { exact: true }).selectOption('On site');
  await count(page, 'Your people who came', 'Doctors', ['2', '2', '1']);
  await page.getByRole('radio', { name: /^Yes/ }).check();
  await expect(page.getByText(/^Kept on this device/)).toBeVisible();
  await thumb(page, 'Enter it').click();
  const row = page.getByRole('link', { name: /Evening course/ });
  await expect(row).toContainText('Waits on this device');
  await page.reload();
  await expect(row).toContainText('Waits on this device');

  await page.context().setOffline(false);
  await expect(row).toContainText('2 people came, 1 of them new to telemedicine equipment');
  expectComplaints(page, /ERR_INTERNET_DISCONNECTED/);
});

test('what a facility held is corrected, and called off, by its head', async ({ browser }) => {
  const page = await atWork(browser, ruralClinic);
  await page.setViewportSize(phone);
  await page.goto('/my-facility/training');
  await page.getByRole('link', { name: /Evening course/ }).click();
  await page.getByRole('link', { name: 'Correct', exact: true }).click();
  await expect(answer(page)).toContainText('Evening course');
  await page.getByLabel('Hours').fill('none');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Hours')).toBeFocused();
  await page.getByLabel('Hours').fill('2');
  await page.getByLabel('Other subject').fill('Evening school');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(answer(page)).toContainText('Evening school');
  await expect(page.getByText('2 people came, 1 of them new to telemedicine equipment')).toBeVisible();
  await page.getByRole('button', { name: 'Call it off' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('There was no power');
  await dialog.getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByRole('link', { name: /Evening school/ })).toContainText('Called off');
});
