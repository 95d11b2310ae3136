import type { Browser, Page } from '@playwright/test';
import { atWork, expect, expectComplaints, signedIn, test } from './support/journey.ts';
import { openWhole } from './support/settled.ts';

const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');
const administrator = (browser: Browser) => signedIn(browser, 'Iryna Shevchuk');
const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
const answer = (page: Page) => page.getByRole('heading', { level: 1 });

/** A code that no facility has, not even in a country that a run before has written to. */
const newCode = () => `UA-9${String(Date.now() % 100_000).padStart(5, '0')}`;

test('the list answers first, narrows by its address, and keeps what was asked when one comes back', async ({
  browser,
}) => {
  const page = await atWork(browser, 'Olena Kovalenko');
  await page.getByRole('link', { name: 'Facilities', exact: true }).click();
  await expect(answer(page)).toHaveText(/^\s*\d+ facilities, 328 of them live\.\s*$/);

  await page.getByRole('searchbox').pressSequentially('Ходор');
  await expect(page).toHaveURL(/text=/);
  await expect(answer(page)).toContainText('“Ходор”');
  await page.getByRole('combobox', { name: 'Stage' }).selectOption('Live');
  await expect(page).toHaveURL(/stage=live/);
  await expect(rows(page).first()).toContainText('Khodoriv');

  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('Ходор');
  await page.goBack();
  await expect(page).not.toHaveURL(/stage=live/);
});

test('a list that nothing matches says what to change', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto('/facilities?text=nowhere+at+all');

  await expect(page.getByText('No facility matches.')).toBeVisible();
  await page.getByRole('link', { name: 'Show all facilities' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('more rows are appended, and are still there when one comes back to them', async ({ browser }) => {
  const page = await manager(browser);
  await page.goto('/facilities');
  await expect(rows(page).first()).toBeVisible();
  const before = await rows(page).count();

  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(before);
  const shown = await rows(page).count();
  await rows(page).last().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await page.goBack();

  await expect.poll(() => rows(page).count()).toBe(shown);
});

test('a facility is opened by keyboard and shows its way, its months and each month’s figures', async ({
  browser,
}) => {
  const page = await manager(browser);
  await page.goto('/facilities?text=Khodoriv&stage=live');
  await rows(page).first().getByRole('link').focus();
  await page.keyboard.press('Enter');

  await expect(answer(page)).toContainText('is live.');
  await expect(page.getByRole('listitem').filter({ hasText: /^✓?\s*Live/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect(page.getByRole('img', { name: /teleconsultation/ })).toBeVisible();
  await page.getByText('Show as a table').click();
  await expect(page.getByRole('table', { name: 'Teleconsultations by month' })).toBeVisible();

  await page.getByRole('table', { name: 'Reports, month by month' }).getByRole('link').last().click();
  await expect(answer(page)).toContainText(/teleconsultations? in/);
  await expect(page.getByRole('row', { name: /Consultations, doctor to doctor/ })).toBeVisible();
  await expect(page.getByText('Handed in').first()).toBeVisible();
});

test('an administrator registers a facility, with each refusal at its field, and moves it on', async ({
  browser,
}) => {
  const page = await administrator(browser);
  await page.goto('/facilities');
  await page.getByRole('link', { name: 'Register a facility' }).click();
  const register = page.getByRole('button', { name: 'Register', exact: true });
  await register.click();
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Code', { exact: true })).toHaveAccessibleDescription(/four to six digits/);

  await expect(page.getByLabel('Name in Ukrainian')).toHaveAccessibleDescription('Type the facility’s name.');
  await page.getByLabel('Name in Ukrainian').fill('Тестівська сільська амбулаторія');
  await page.getByLabel('Settlement in Ukrainian').fill('Тестове');
  await page.getByLabel('Name in English').fill('Testove rural clinic');
  await page.getByLabel('Region', { exact: true }).selectOption('Lviv');
  await page.getByLabel('Type', { exact: true }).selectOption('Rural clinic');
  await page.getByLabel('Planned since').fill('2024-11-20');
  await page.getByLabel('Code', { exact: true }).fill('UA-0001');
  await register.click();
  await expect(page.getByLabel('Code', { exact: true })).toHaveAccessibleDescription(
    /There is already a facility with this code/,
  );
  expectComplaints(page, /409/);

  await page.getByLabel('Code', { exact: true }).fill(newCode());
  await register.click();
  await expect(answer(page)).toContainText('Testove rural clinic is planned.');

  await page.getByRole('button', { name: 'Move to “Connected”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Since which day').fill('2024-11-01');
  await dialog.getByRole('button', { name: 'Move to “Connected”' }).click();
  await expect(dialog.getByText('The day must lie within these limits.')).toBeVisible();
  await dialog.getByLabel('Since which day').fill('2024-11-25');
  await dialog.getByRole('button', { name: 'Move to “Connected”' }).click();
  await expect(answer(page)).toContainText('Testove rural clinic is connected.');
  await expect(page.getByText('Moved to “Connected”, from 25 November 2024').first()).toBeVisible();

  await page.getByRole('button', { name: 'Suspend' }).click();
  const suspend = dialog.getByRole('button', { name: 'Suspend' });
  await suspend.click();
  await expect(dialog.getByLabel('Why')).toBeFocused();
  await expect(dialog.getByLabel('Why')).toHaveAccessibleDescription('Choose why.');
  await dialog.getByLabel('Why').selectOption('Under repair');
  await suspend.click();
  await expect(answer(page)).toContainText('Testove rural clinic is suspended.');
  await expect(page.getByRole('listitem').filter({ hasText: 'Suspended' }).first()).toContainText(
    'Under repair',
  );
  await page.getByRole('button', { name: 'Resume at “Connected”' }).click();
  await dialog.getByRole('button', { name: 'Resume at “Connected”' }).click();
  await expect(answer(page)).toContainText('Testove rural clinic is connected.');
});

test('a place that is not in its region is warned of while it is typed', async ({ browser }) => {
  const page = await administrator(browser);
  await page.goto('/facilities/new');
  const warning = page.getByRole('status');
  await page.getByLabel('Region', { exact: true }).selectOption('Lviv');

  await page.getByLabel('Latitude').fill('24.03');
  await page.getByLabel('Longitude').fill('49.84');
  await expect(warning.filter({ hasText: 'Are latitude and longitude exchanged?' })).toBeVisible();

  await page.getByLabel('Latitude').fill('46.48');
  await page.getByLabel('Longitude').fill('30.73');
  await expect(
    warning.filter({ hasText: /lies \d{3} km outside its region, in another one: Odesa\./ }),
  ).toBeVisible();

  await page.getByLabel('Latitude').fill('49.84');
  await page.getByLabel('Longitude').fill('24.03');
  await expect(warning.filter({ hasText: /outside|exchanged/ })).toHaveCount(0);
});

test('a profile is edited by two at once, and is then found by its code in another register', async ({
  browser,
}) => {
  const [one, other] = [await manager(browser), await administrator(browser)];
  await one.goto('/facilities?stage=planned');
  const address = (await rows(one).first().getByRole('link').getAttribute('href')) ?? '';
  const code = `Dhis${Date.now() % 100_000}`;
  await Promise.all([openWhole(one, address), openWhole(other, `${address}/edit`)]);
  await one.getByRole('link', { name: 'Edit' }).click();
  const save = (page: Page) => page.getByRole('button', { name: 'Save' });

  await one.getByLabel('Shown outside the ministry').selectOption('nothing');
  await one.getByRole('button', { name: 'Add a code' }).click();
  await expect(one.getByLabel('Register 1', { exact: true })).toBeFocused();
  await one.getByLabel('Code 1', { exact: true }).fill(code);
  await save(one).click();
  await expect(one.getByLabel('Register 1', { exact: true })).toBeFocused();
  await expect(one.getByText('Choose the register and type the code, each code once.')).toBeVisible();
  await one.getByLabel('Register 1', { exact: true }).selectOption('DHIS2');
  await save(one).click();
  await expect(one).toHaveURL(new RegExp(`${address}$`));
  await expect(one.getByText(code)).toBeVisible();
  const shown = one.getByRole('term').filter({ hasText: 'Shown outside the ministry' });
  await expect(shown.locator('+ dd')).toHaveText('nothing');

  await other.getByLabel('Source of the population').fill('State statistics');
  await other.getByLabel('Residents served').fill('12 300');
  await save(other).click();
  await expect(other.getByText('Someone else changed this meanwhile.')).toBeVisible();
  await expect(other.getByLabel('Code 1', { exact: true })).toHaveValue(code);
  expectComplaints(other, /409/);
  await save(other).click();
  await expect(other.getByText('12,300')).toBeVisible();
  await expect(other.getByText('State statistics')).toBeVisible();
  await expect(other.getByText(code)).toBeVisible();
  await expect(other.getByRole('listitem').filter({ hasText: 'Profile edited' }).first()).toContainText(
    'Residents served, Source of the population',
  );

  await one.goto(`/facilities?text=${code.toUpperCase()}`);
  await expect(rows(one)).toHaveCount(1);
  await expect(rows(one).getByRole('link').first()).toHaveAttribute('href', address);
});

test('an administrator mends a date that was written down wrong; nobody else is offered to', async ({
  browser,
}) => {
  const [page, other] = [await administrator(browser), await manager(browser)];
  await page.goto('/facilities?stage=live&region=UA-46');
  const address = (await rows(page).first().getByRole('link').getAttribute('href')) ?? '';
  await page.goto(address);
  const mend = (stage: string) => page.getByRole('button', { name: `Correct the date of “${stage}”` });
  const dialog = page.getByRole('dialog');
  const date = dialog.getByLabel('Since which day');
  const send = dialog.getByRole('button', { name: 'Correct the date' });

  await mend('Live').click();
  await date.fill('2024-12-03');
  await send.click();
  await expect(date).toHaveAccessibleDescription(/would not be live in a month it has already reported/);
  expectComplaints(page, /400|422/);
  await page.keyboard.press('Escape');

  await mend('Planned').click();
  await date.fill('1999-12-31');
  await send.click();
  await expect(date).toHaveAccessibleDescription(/within these limits/);
  await date.fill((await date.getAttribute('min')) ?? '');
  await send.click();
  await expect(page.getByText(/Date of “Planned” corrected: from 1 January 2022/).first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^✓?\s*Planned/ })).toContainText(
    '1 January 2022',
  );

  await other.goto(address);
  await expect(other.getByText(/Date of “Planned” corrected/)).toBeVisible();
  await expect(other.getByRole('button', { name: /Correct/ })).toHaveCount(0);
});

test('who moves a facility that somebody else has moved meanwhile is told so', async ({ browser }) => {
  const [one, other] = [await manager(browser), await administrator(browser)];
  await one.goto('/facilities?stage=planned');
  const address = await rows(one).nth(1).getByRole('link').getAttribute('href');
  const move = async (page: Page) => {
    await page.getByRole('button', { name: 'Move to “Connected”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move to “Connected”' }).click();
  };
  await Promise.all([openWhole(one, address ?? ''), openWhole(other, address ?? '')]);
  await expect(answer(other)).toContainText('is planned.');

  await move(one);
  await expect(answer(one)).toContainText('is connected.');
  await move(other);

  await expect(other.getByText('Someone else changed this meanwhile.')).toBeVisible();
  expectComplaints(other, /409/);
});

test('an administrator moves a facility to another region, and it is in that region’s list', async ({
  browser,
}) => {
  const page = await administrator(browser);
  await page.goto('/facilities?region=UA-23&stage=connected');
  const address = (await rows(page).first().getByRole('link').getAttribute('href')) ?? '';
  await page.goto(address);
  await page.getByRole('button', { name: 'Move to another region' }).click();
  const dialog = page.getByRole('dialog');
  const send = dialog.getByRole('button', { name: 'Move', exact: true });
  await dialog.getByLabel('Since which day').fill('2024-12-02');
  await send.click();
  await expect(dialog.getByLabel('New region')).toBeFocused();
  await expect(dialog.getByLabel('New region')).toHaveAccessibleDescription(/Choose the region/);

  await dialog.getByLabel('New region').selectOption('Cherkasy');
  await send.click();

  await expect(page.getByText('Moved to Cherkasy from 2 December 2024').first()).toBeVisible();
  await expect(page.getByRole('main').getByText(/, Cherkasy · UA-/)).toBeVisible();
  await expect(page.getByText('until 2 December 2024')).toBeVisible();
  const lookIn = (region: string) =>
    page.goto(`/facilities?region=${region}&text=${address.split('/').at(-1)}`);
  await lookIn('UA-71');
  await expect(rows(page)).toHaveCount(1);
  await lookIn('UA-23');
  await expect(page.getByText('No facility matches.')).toBeVisible();
});
