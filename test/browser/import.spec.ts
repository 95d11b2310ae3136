import type { Page } from '@playwright/test';
import { expect, signedIn, test } from './support/journey.ts';

const header =
  'Code;Назва українською;Name in English;Type;Region;Settlement in Ukrainian;Internet;Power;Residents served';
/** Codes that no facility has, not even in a country that a run before has written to. */
const firstCode = 800_000 + (Date.now() % 90_000);
const codeAt = (at: number) => `UA-${firstCode + at}`;
const line = (at: number, region: string, population: string) =>
  [
    codeAt(at),
    `Клініка ${at}`,
    `Clinic ${at}`,
    'Rural clinic',
    region,
    'Ходорів',
    'Mobile',
    'Grid',
    population,
  ].join(';');

async function choose(page: Page, name: string, lines: string[], columns = header) {
  const buffer = Buffer.from([columns, ...lines, ''].join('\r\n'));
  await page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}
const outcome = (page: Page) => page.getByRole('heading', { level: 2 });

test('an administrator imports a file with two faults, mends them and imports it again', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/facilities');
  await page.getByRole('link', { name: 'Import facilities' }).click();

  await choose(page, 'clinics.csv', [
    ...Array.from({ length: 30 }, (_, at) => line(at, 'Lviv', '9 200')),
    line(30, 'Atlantis', '100'),
    line(31, 'UA-46', '12,300'),
  ]);
  await expect(outcome(page)).toHaveText('30 new, 0 changed, 0 unchanged, 2 refused');
  await expect(outcome(page)).toBeFocused();
  const refused = page.getByRole('table', { name: /Refused/ });
  await expect(refused.getByRole('row', { name: /32.*Region.*Atlantis/ })).toBeVisible();
  await expect(refused.getByRole('row', { name: /33.*Residents served.*12,300/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the refused rows' }).click();
  expect((await download).suggestedFilename()).toBe('refused-clinics.csv');

  await page.getByRole('button', { name: 'Save 30 rows' }).click();
  await expect(outcome(page)).toHaveText('Saved: 30 new, 0 changed, 2 refused');

  await page.getByRole('button', { name: 'Choose another file' }).click();
  await choose(page, 'mended.csv', [
    line(0, 'Lviv', '9300'),
    ...Array.from({ length: 29 }, (_, at) => line(at + 1, 'Lviv', '9 200')),
    line(30, 'Lviv', '100'),
    line(31, 'UA-46', '12300'),
  ]);
  await expect(outcome(page)).toHaveText('2 new, 1 changed, 29 unchanged, 0 refused');
  const changed = page.getByRole('table', { name: /Changed/ });
  await expect(changed.getByRole('row', { name: /Residents served 9,200 9,300/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save 3 rows' }).click();
  await expect(outcome(page)).toHaveText('Saved: 2 new, 1 changed, 0 refused');

  await page.goto(`/facilities/${codeAt(0)}`);
  await expect(page.getByText('Imported from a file').first()).toBeVisible();
});

test('a place outside its region, or with its coordinates exchanged, is told beside its row and saved all the same', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/facilities/import');
  const at = (index: number, coordinates: string) => `${line(index, 'Lviv', '100')};${coordinates}`;

  await choose(
    page,
    'places.csv',
    [at(50, '49.84;24.03'), at(51, '46.48;30.73'), at(52, '24.03;49.84')],
    `${header};Latitude;Longitude`,
  );
  await expect(outcome(page)).toHaveText('3 new, 0 changed, 0 unchanged, 0 refused');
  const doubtful = page.getByRole('table', { name: 'Look at where they are: 2' });
  await expect(
    doubtful.getByRole('row', { name: /3.*46\.48, 30\.73.*\d+ km outside its region.*Odesa/ }),
  ).toBeVisible();
  await expect(doubtful.getByRole('row', { name: /4.*latitude and longitude exchanged/ })).toBeVisible();

  await page.getByRole('button', { name: 'Save 3 rows' }).click();
  await expect(outcome(page)).toHaveText('Saved: 3 new, 0 changed, 0 refused');
});

test('a file that was cut is not read, and the template names every column', async ({ browser }) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/facilities/import');

  await choose(page, 'cut.csv', ['UA-800001;"Клін']);
  await expect(page.getByText('The file ends in the middle')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download a template' }).click();

  expect((await download).suggestedFilename()).toBe('facilities.csv');
});

const stockHeader = 'Код місця;Inventory number;Equipment;Units;Source;Day it came;Installed on;State';
const stockNumber = (at: number) => `INV-${firstCode}-${at}`;
const stockLine = (
  at: number,
  { type = 'Portable diagnostic complex', installed = '04.03.2022', state = 'Installed' } = {},
) => ['UA-0001', stockNumber(at), type, '2', 'Own purchase', '29.02.2020', installed, state].join(';');

test('an administrator imports equipment with two faults, mends them, and the same again changes nothing', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'Iryna Shevchuk');
  await page.goto('/equipment/list');
  await page.getByRole('link', { name: 'Import equipment' }).click();
  const chooseStock = (name: string, lines: string[]) => choose(page, name, lines, stockHeader);
  const good = Array.from({ length: 8 }, (_, at) => stockLine(at));

  await chooseStock('books.csv', [
    ...good,
    stockLine(8, { type: 'Teapot' }),
    stockLine(9, { installed: '28.02.2020' }),
  ]);
  await expect(outcome(page)).toHaveText('8 new, 0 changed, 0 unchanged, 2 refused');
  const refused = page.getByRole('table', { name: /Refused/ });
  await expect(refused.getByRole('row', { name: /10.*Equipment.*Teapot.*none of the values/ })).toBeVisible();
  await expect(refused.getByRole('row', { name: /11.*Installed on.*Days follow each other/ })).toBeVisible();
  await page.getByRole('button', { name: 'Save 8 rows' }).click();
  await expect(outcome(page)).toHaveText('Saved: 8 new, 0 changed, 2 refused');

  const mended = [...good, stockLine(8), stockLine(9, { installed: '', state: '' })];
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await chooseStock('mended.csv', mended);
  await expect(outcome(page)).toHaveText('2 new, 0 changed, 8 unchanged, 0 refused');
  await page.getByRole('button', { name: 'Save 2 rows' }).click();
  await expect(outcome(page)).toHaveText('Saved: 2 new, 0 changed, 0 refused');

  await page.getByRole('button', { name: 'Choose another file' }).click();
  await chooseStock('mended.csv', mended);
  await expect(outcome(page)).toHaveText('0 new, 0 changed, 10 unchanged, 0 refused');
  await expect(page.getByText('There is nothing to save.')).toBeVisible();

  await page.getByRole('button', { name: 'Choose another file' }).click();
  await chooseStock('later.csv', [stockLine(9)]);
  await expect(outcome(page)).toHaveText('0 new, 1 changed, 0 unchanged, 0 refused');
  await expect(page.getByRole('row', { name: /What happened.*Installed 4 March 2022/ })).toBeVisible();
});
