import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { manager } from '../support/handling.ts';
import { expect, expectComplaints, signedIn, test } from '../support/journey.ts';
import { answer, hospital, phone, readyForOffline } from '../support/phone.ts';

test.setTimeout(180_000);

const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog');
/** What stands under a list, or in place of one. */
const listed = /No equipment matches\.|Silent is what is in use/;
/** The silent units of a place. */
const rowAt = (page: Page, place: string) =>
  main(page).getByRole('listitem').filter({ hasText: place }).first();

test('a manager finds silent equipment, reads why, and transfers it to where it is needed', async ({
  browser,
}) => {
  const page = await manager(browser);
  await page.goto('/equipment');
  const waits = main(page).getByRole('region', { name: 'What waits for someone' });
  const all = waits.getByRole('link', { name: /^Silent: nobody uses it: all \d+/ });
  // The list has as many as the page that leads to it says.
  const count = /\d+/.exec(await all.innerText())?.[0];
  await all.click();

  await expect(answer(page)).toHaveText(`${count} consignments are silent.`);
  await expect(main(page)).toContainText(/at least 15 days of power and of internet/);
  const silent = rowAt(page, 'Kompaniivka rural clinic');
  await expect(silent).toContainText('Since 1 Sept or longer');
  await expect(silent).toContainText('“The operator left in August, and nobody else is trained.”');
  await expect(rowAt(page, 'Savyntsi rural clinic')).toContainText('No note');

  await silent
    .getByRole('link', { name: /portable diagnostic complex/i })
    .first()
    .click();
  const use = main(page).getByRole('region', { name: 'Use', exact: true });
  await expect(use).toContainText('Not used since 1 Sept or longer, though there were power and internet.');
  await expect(use).toContainText('October 2024');
  await expect(use).toContainText('The facility says: “The operator left in August');
  await use.getByRole('link', { name: 'October 2024' }).click();
  // The equipment's own page has the same words.
  await expect(page).toHaveURL(/\/facilities\/UA-0188\/2024-10$/);
  await expect(main(page)).toContainText('The operator left in August, and nobody else is trained.');

  await page.goBack();
  await expect(use).toBeVisible();
  await page.goBack();
  await silent.getByRole('link', { name: /^Offer it to another place/ }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByLabel('Where to').fill('UA-0184');
  await dialog(page).getByRole('radio').first().check();
  await dialog(page).getByRole('button', { name: 'Note it' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(main(page)).toContainText(/Offered to/);
  await expect(page).not.toHaveURL(/tell=/);

  await page.goto('/equipment/list?condition=silent&region=UA-35');
  await expect(silent).toContainText('Offered to');
  const before = parseInt(await answer(page).innerText());
  await expect(silent.getByRole('link', { name: /^Offer it to another place/ })).toHaveCount(0);
  await silent.getByRole('link', { name: /^Add a note/ }).click();
  await dialog(page).getByLabel('Note').fill('The head agrees, and packs it.');
  await dialog(page).getByRole('button', { name: 'Note it' }).click();
  await expect(main(page)).toContainText('“The head agrees, and packs it.”');
  for (const step of ['Accept it', 'It was sent']) {
    await main(page).getByRole('button', { name: step, exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Note it' }).click();
    await expect(dialog(page)).toHaveCount(0);
  }
  await expect(answer(page)).toContainText('On its way');
  await expect(use).toHaveCount(0);

  await page.goto('/equipment/list?condition=silent&region=UA-35');
  await expect(answer(page)).toHaveText(new RegExp(`^${before - 1} consignments? (is|are) silent`));
  await expect(main(page)).not.toContainText('Kompaniivka');
});

test('of equipment whose report is missing nobody says that it is silent, and its page says why', async ({
  browser,
}) => {
  const page = await manager(browser);
  await page.goto('/equipment/list?condition=silent&region=UA-46');
  await expect(main(page)).toContainText(listed);
  await expect(main(page).locator('a[href^="/equipment/northern-mothers-2022.44"]')).toHaveCount(0);
  await page.goto('/equipment/northern-mothers-2022.44');

  const use = main(page).getByRole('region', { name: 'Use', exact: true });
  await expect(use).toContainText('Whether it is used is not known.');
  await expect(use).toContainText('No report');
});

test('a manager of one region finds what is silent there, and nothing of others', async ({ browser }) => {
  const page = await signedIn(browser, 'Andrii Melnyk');
  await page.goto('/equipment/list?condition=silent');

  await expect(main(page)).toContainText(listed);
  await expect(main(page)).not.toContainText('Kompaniivka');
});

test('a head reads on the phone what a manager asks about equipment, without network too', async ({
  browser,
}) => {
  const head = await signedIn(browser, hospital, { viewport: phone });
  await head.goto('/my-facility');
  const units = main(head).locator('a[href^="/my-facility/equipment/westmark"]').first();
  const path = String(await units.getAttribute('href'));
  const page = await manager(browser);
  await page.goto(path.replace('/my-facility', ''));
  await main(page).getByRole('button', { name: 'Add a note' }).click();
  await dialog(page).getByLabel('Note').fill('What keeps you from using it?');
  await dialog(page).getByRole('button', { name: 'Note it' }).click();
  await expect(main(page)).toContainText('“What keeps you from using it?”');

  await units.click();
  const notes = head.getByRole('region', { name: 'Notes' });
  await expect(notes).toContainText('“What keeps you from using it?”');
  await expect(notes).toContainText('Olena Kovalenko');
  await expectAccessible(head);

  await readyForOffline(head);
  await head.context().setOffline(true);
  await head.getByRole('link', { name: 'To my facility' }).click();
  await units.click();
  await expect(notes).toContainText('“What keeps you from using it?”');
  expectComplaints(head, /DISCONNECTED/);
});
