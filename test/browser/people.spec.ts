import type { Browser, Page } from '@playwright/test';
import { expect, expectComplaints, listen, signedIn, signIn, test } from './support/journey.ts';
import { openWhole } from './support/settled.ts';

const administrator = (browser: Browser) => signedIn(browser, 'Iryna Shevchuk');
const answer = (page: Page) => page.getByRole('heading', { level: 1 });
const row = (page: Page, name: string) => page.getByRole('row', { name });

/** A person whom no run before has added. */
function someone() {
  const name = `Petro ${Date.now().toString(36)}`;
  return { name, email: `${name.replace(' ', '.').toLowerCase()}@example.org` };
}

/** Types what is said of a manager of Lviv region, and sends it. */
async function addManager(page: Page, { name, email }: ReturnType<typeof someone>) {
  await page.goto('/people/new');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Role').selectOption('Programme manager');
  await page.getByRole('checkbox', { name: 'Lviv' }).check();
  await page.getByRole('button', { name: 'Add and invite' }).click();
}

test('an administrator adds a person, who signs in and sees what they are to see, until they are deactivated', async ({
  browser,
}) => {
  const person = someone();
  const page = await administrator(browser);
  await page.goto('/facilities');
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(answer(page)).toHaveText('People');
  await expect(row(page, 'Andrii Melnyk')).toContainText('Lviv');
  await page.getByRole('link', { name: 'Add a person' }).click();
  await addManager(page, person);
  await expect(answer(page)).toHaveText(person.name);
  await expect(page.getByRole('main')).toContainText('Added');

  const theirs = listen(await browser.newPage());
  await signIn(theirs, person.name);
  await theirs.goto('/facilities');
  // In the language of the account, since nobody has chosen another one here.
  await expect(answer(theirs)).toContainText('закладів');
  await expect(theirs.getByRole('combobox', { name: 'Регіон' })).toHaveText(/Львівська/);
  await expect(theirs.getByRole('option', { name: 'Одеська' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Invite again' }).click();
  await expect(page.getByText('Invited again').first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Invited again' })).toHaveCount(1);

  await page.getByRole('button', { name: 'Deactivate' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('cannot sign in any more');
  await dialog.getByRole('button', { name: 'Deactivate' }).click();
  await expect(answer(page)).toBeFocused();
  await expect(page.getByText('Deactivated since').first()).toBeVisible();

  const again = listen(await browser.newPage());
  await again.goto('/sign-in');
  await again.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(again.getByRole('button', { name: 'Olena Kovalenko' })).toBeVisible();
  await expect(again.getByRole('button', { name: person.name })).toHaveCount(0);

  await page.getByRole('button', { name: 'Reactivate' }).click();
  await dialog.getByRole('button', { name: 'Reactivate' }).click();
  await expect(page.getByRole('button', { name: 'Deactivate' })).toBeVisible();
});

test('the form says what is missing, finds the facility of a head, and keeps what is typed when it is refused', async ({
  browser,
}) => {
  const page = await administrator(browser);
  const taken = someone();
  await addManager(page, taken);
  await expect(answer(page)).toHaveText(taken.name);
  const { name } = someone();
  await page.goto('/people/new');
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(taken.email.toUpperCase());
  await page.getByLabel('Role').selectOption('Programme manager');
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect(page.getByText('Choose the whole country or at least one region.')).toBeVisible();

  await page.getByLabel('Role').selectOption('Donor partner');
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect(page.getByText('Choose the organisation.')).toBeVisible();
  await page.getByLabel('Organisation').selectOption('Lantern Foundation');
  await expect(page.getByLabel('Organisation')).toHaveValue('lantern-foundation');

  await page.getByLabel('Role').selectOption('Facility head');
  await page.getByLabel('Code of the facility').fill('UA-999999');
  await expect(page.getByText('There is no facility with this code.')).toBeVisible();
  expectComplaints(page, /404/);
  await page.getByLabel('Code of the facility').fill('UA-0001');
  await expect(page.getByText('There is no facility with this code.')).toBeHidden();
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect(page.getByText('Another person has this e-mail address.')).toBeVisible();
  await expect(page.getByLabel('E-mail', { exact: true })).toBeFocused();
  expectComplaints(page, /409/);
  await page.getByLabel('E-mail', { exact: true }).fill(someone().email);
  await page.getByRole('button', { name: 'Add and invite' }).click();
  await expect(answer(page)).toHaveText(name);
});

test('what two administrators change of a person is brought together', async ({ browser }) => {
  const [one, other] = [await administrator(browser), await administrator(browser)];
  const person = someone();
  await addManager(one, person);
  await expect(answer(one)).toHaveText(person.name);
  const edit = `${new URL(one.url()).pathname}/edit`;
  await Promise.all([openWhole(one, edit), openWhole(other, edit)]);
  await one.getByRole('checkbox', { name: 'Odesa' }).check();
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(answer(one)).toHaveText(person.name);

  await other.getByLabel('Remind by e-mail').uncheck();
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Someone else changed this meanwhile.')).toBeVisible();
  expectComplaints(other, /409/);
  await expect(other.getByRole('checkbox', { name: 'Odesa' })).toBeChecked();
  await other.getByRole('button', { name: 'Save' }).click();

  await expect(other.getByText('Lviv, Odesa')).toBeVisible();
  await expect(other.getByRole('definition').filter({ hasText: 'Off' })).toBeVisible();
});

test('an administrator is told that their own role is not theirs to change, and others have no such page', async ({
  browser,
}) => {
  const page = await administrator(browser);
  await page.goto('/people?role=admin');
  await page.getByRole('link', { name: 'Iryna Shevchuk' }).click();
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Deactivate' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('E-mail', { exact: true }).fill(someone().email);
  await page.getByLabel('Role').selectOption('Programme manager');
  await page.getByRole('checkbox', { name: 'Whole country' }).check();
  await page.getByLabel('Language of e-mails').selectOption('uk');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Another administrator can do this to your account')).toBeVisible();
  expectComplaints(page, /422/);

  const olena = await signedIn(browser, 'Olena Kovalenko');
  await olena.goto('/people');
  await expect(answer(olena)).toHaveText('This page is not open to you.');
});

test('a list that nobody matches says what to change', async ({ browser }) => {
  const page = await administrator(browser);
  await page.goto('/people');
  await page.getByRole('searchbox').fill('nobody at all');
  await expect(page.getByText('Nobody matches.')).toBeVisible();
  await page.getByRole('link', { name: 'Show everybody' }).click();
  await expect(row(page, 'Iryna Shevchuk')).toBeVisible();
  await page.getByRole('combobox', { name: 'Role' }).selectOption('Donor partner');
  await expect(page).toHaveURL(/role=donor/);
  await expect(row(page, 'Iryna Shevchuk')).toHaveCount(0);
  await expect(row(page, 'Nora Lindqvist')).toBeVisible();
});
