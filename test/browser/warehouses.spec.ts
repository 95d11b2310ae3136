import type { Browser, Page } from '@playwright/test';
import { expect, expectComplaints, signedIn, test } from './support/journey.ts';
import { openWhole } from './support/settled.ts';

const manager = (browser: Browser) => signedIn(browser, 'Olena Kovalenko');
const administrator = (browser: Browser) => signedIn(browser, 'Iryna Shevchuk');
const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
const answer = (page: Page) => page.getByRole('heading', { level: 1 });
const save = (page: Page) => page.getByRole('button', { name: 'Save' });
const history = (page: Page) => page.getByRole('region', { name: 'History' }).getByRole('listitem');

/** A code that no warehouse has, not even in a country that a run before has written to. */
const newCode = () => `UA-W${1000 + (Date.now() % 9000)}`;

test('an administrator registers a warehouse, mends its code, edits who keeps it, and closes it', async ({
  browser,
}) => {
  const page = await administrator(browser);
  await page.goto('/facilities');
  await page.getByRole('link', { name: 'Warehouses' }).click();
  await expect(answer(page)).toHaveText(/\d+ warehouses are open\./);
  await expect(rows(page).filter({ hasText: 'National medical warehouse' })).toContainText('Taras Hnatiuk');
  await page.getByRole('link', { name: 'Register a warehouse' }).click();

  const code = page.getByLabel('Code', { exact: true });
  const register = page.getByRole('button', { name: 'Register', exact: true });
  await code.fill('UA-0001');
  await page.getByLabel('Region', { exact: true }).selectOption('Odesa');
  await page.getByLabel('Name in Ukrainian').fill('Одеський склад');
  await page.getByLabel('Name in English').fill('Odesa warehouse');
  await page.getByLabel('Settlement in Ukrainian').fill('Одеса');
  await page.getByLabel('Keeper').fill('Port of Odesa');
  await register.click();
  await expect(code).toBeFocused();
  await expect(code).toHaveAccessibleDescription(/a hyphen, a W and two to four digits/);
  await code.fill('UA-W01');
  await register.click();
  await expect(code).toHaveAccessibleDescription(/There is already a warehouse with this code/);
  expectComplaints(page, /409/);
  await code.fill(newCode());
  await register.click();
  await expect(answer(page)).toHaveText('Odesa warehouse');
  await expect(page.getByText('Port of Odesa')).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Keeper').fill('Red Cross, Odesa');
  await page.getByLabel('Closed since').fill('2024-12-31');
  await save(page).click();
  await expect(page.getByLabel('Closed since')).toHaveAccessibleDescription(/Between 1 January 2022 and/);
  await page.getByLabel('Closed since').fill('2024-12-01');
  await save(page).click();
  await expect(answer(page)).toHaveText('Odesa warehouse');
  await expect(page.getByText('Closed since 1 December 2024')).toBeVisible();
  await expect(history(page)).toHaveText([
    /Profile edited\s+Closed since, Keeper\s+Iryna Shevchuk/,
    /Registered\s+Iryna Shevchuk/,
  ]);
});

test('a warehouse is edited by two at once, and neither loses what was typed', async ({ browser }) => {
  const [one, other] = [await manager(browser), await administrator(browser)];
  const keeper = `Keeper ${Date.now()}`;
  await Promise.all([openWhole(one, '/warehouses/UA-W03/edit'), openWhole(other, '/warehouses/UA-W03/edit')]);
  await one.getByLabel('Keeper').fill(keeper);
  await save(one).click();
  await expect(one.getByText(keeper)).toBeVisible();

  await other.getByLabel('Settlement in English').fill(`Dnipro ${keeper}`);
  await save(other).click();
  await expect(other.getByText('Someone else changed this meanwhile. Your changes are kept')).toBeVisible();
  await expect(other.getByLabel('Keeper')).toHaveValue(keeper);
  expectComplaints(other, /409/);
  await save(other).click();
  await expect(other.getByText(`Dnipro ${keeper}`)).toBeVisible();
  await expect(other.getByText(keeper, { exact: true })).toBeVisible();
});

test('a manager of one region sees the warehouse there and registers only there', async ({ browser }) => {
  const lviv = await signedIn(browser, 'Andrii Melnyk');
  await lviv.goto('/warehouses');
  await expect(answer(lviv)).toHaveText('1 warehouse is open.');
  await expect(rows(lviv)).toContainText('Lviv regional warehouse');
  await lviv.getByRole('link', { name: 'Register a warehouse' }).click();
  await expect(lviv.getByLabel('Region', { exact: true }).locator('option')).toHaveText(['Choose', 'Lviv']);
  await lviv.goto('/warehouses/UA-W01');
  await expect(answer(lviv)).toBeVisible();
  await expect(lviv.getByText('National medical warehouse')).toHaveCount(0);
  expectComplaints(lviv, /404/);
});
