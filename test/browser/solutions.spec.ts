import { addDonation, addDonor, answer, planEverywhere, press } from './support/giving.ts';
import { atWork, expect, expectComplaints, test } from './support/journey.ts';

/** A code that no solution has, not even in a country that a run before has written to. */
const newCode = () => `journey-${String(Date.now() % 1_000_000)}`;

test('a solution is registered, told what shows its use, and put into operation', async ({ browser }) => {
  const page = await atWork(browser, 'Olena Kovalenko');
  await page.getByRole('link', { name: 'Solutions →' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d solutions operate\./);
  await page.getByRole('link', { name: 'Register a solution' }).click();

  const code = newCode();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Choose what facilities can do with it.')).toBeVisible();
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Name in Ukrainian').fill('Дистанційне рішення');
  await page.getByLabel('Name in English').fill(`Remote solution ${code}`);
  await page.getByLabel('Capability').selectOption('Remote dermatoscopy');
  await page.getByLabel('Video terminal').check();
  await page.getByRole('button', { name: 'Register' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Remote solution ${code}`);
  await expect(page.getByText('A solution that operates has a figure that shows its use.')).toBeVisible();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Resolved without referral').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Put into operation' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put into operation' }).click();

  await expect(page.getByRole('status').getByText(/^In operation, since/)).toBeVisible();
  await expect(page.getByText(/Now “In operation”/)).toBeVisible();
  // Another journey may want the figure.
  await page.getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Resolved without referral').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('None yet')).toBeVisible();
});

test('an edited solution counts from a day: what is for it follows, and what the network broke off goes on', async ({
  browser,
}) => {
  const page = await atWork(browser, 'Olena Kovalenko');
  const code = newCode();
  const solution = `Remote solution ${code}`;
  await page.goto('/solutions/new');
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('In preparation since').fill('2024-01-15');
  await page.getByLabel('Name in Ukrainian').fill('Дистанційне рішення');
  await page.getByLabel('Name in English').fill(solution);
  await page.getByLabel('Capability').selectOption('Remote dermatoscopy');
  await page.getByLabel('Video terminal').check();
  await press(page, 'Register');
  await expect(answer(page)).toContainText(solution);
  const url = page.url();
  await addDonor(page, `Donor of ${code}`);
  await addDonation(page, `Donor of ${code}`, `Terminals of ${code}`, 60, solution);
  await planEverywhere(page, 60);

  await page.goto(url);
  await page.getByRole('link', { name: 'Edit' }).click();
  const day = page.getByLabel('The change holds from');
  await expect(page.getByLabel('Video terminal')).toBeChecked();
  await expect(day).toHaveCount(0);
  await page.getByLabel('Portable diagnostic complex').check();
  await expect(day).toHaveValue('2024-12-03');
  await day.fill('2024-01-14');
  await press(page, 'Save');
  await expect(day).toBeFocused();
  await day.fill('2024-11-01');
  // The first request lets fifty follow; those after it do not come through.
  await page.route('**/followers', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await press(page, 'Save');

  const left = page.getByText('10 of 60 consignments and facilities still count as before the change.');
  await expect(left).toBeVisible();
  expectComplaints(page, /ERR_FAILED/);
  await expect(page.getByText('Counted like this since', { exact: true })).toBeVisible();
  await page.unroute('**/followers');
  await press(page, 'Go on');
  await expect(left).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'History' })).toContainText('Counted like this since');
});

test('a facility adopts by hand what needs no equipment', async ({ browser }) => {
  const page = await atWork(browser, 'Olena Kovalenko');
  await page.goto('/facilities?stage=planned');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  const solutions = page.getByRole('region', { name: 'Solutions here' });
  await page.getByRole('button', { name: 'Enter the use of a solution' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(dialog.getByText('Choose a solution.')).toBeVisible();
  await dialog.getByLabel('Solution').selectOption('Advice on gunshot and blast injuries');
  await dialog.getByLabel('How this is known').fill('Letter of 2 December');
  await dialog.getByLabel('Since which day').fill('2024-11-25');
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click();

  await expect(solutions).toContainText('Advice on gunshot and blast injuries');
  await expect(solutions).toContainText('Letter of 2 December');
  await expect(page.getByText('Entered by hand which solution is used').first()).toBeVisible();
});
