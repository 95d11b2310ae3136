import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../../infra/local/http/ports.ts';
import { signInAs } from '../../../infra/local/signInAs.ts';
import { endRuns, root, runIn } from '../../support/runner.ts';

// App and stack of a checkout are of one country, and others are using those of this one.
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-belarus-'));
let url: string;

beforeAll(async () => {
  const checkout = join(folder, 'checkout');
  const isSource = (path: string) => !/^web\/(build|\.svelte-kit)/.test(relative(root, path));
  for (const name of ['functions', 'infra', 'web', 'package.json', 'tsconfig.json', 'cdk.json'])
    cpSync(join(root, name), join(checkout, name), { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  const port = String(await freePort());
  url = `http://localhost:${port}`;
  await runIn(checkout, 'start.ts', { SAMPLE: 'belarus', PORT: port, DATA_DIR: join(folder, 'data') }).ready;
}, 600_000);

afterAll(async () => {
  await endRuns();
  rmSync(folder, { recursive: true, force: true });
});

const text = async (path: string): Promise<string> => (await fetch(url + path)).text();

/** What somebody of the sample is answered. */
async function asked(accountId: string, path: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${await signInAs(url, accountId)}` };
  return (await fetch(`${url}/api/v1${path}`, { headers })).json();
}

test('its public page is Belarus’ own, in Belarusian first', async () => {
  const page = await text('/');

  expect(page).toContain('<html lang="be">');
  expect(page).toContain('Міністэрства аховы здароўя Рэспублікі Беларусь');
  expect(page).toContain('Ляхавіцкая раённая паліклініка камп’ютарызавана');
  for (const language of ['be', 'en', 'ru', 'uk'])
    expect(await text(`/public/${language}/`), language).not.toMatch(/Ukraine|Украін|Украин|України|UA-\d/);
});

test('what everybody reads of the case is what was published of it', async () => {
  const page = await text('/public/en/');
  const csv = await text(/\/public\/releases\/2024-11[^"]*figures\.csv/.exec(page)?.[0] ?? '');

  expect(page).toMatch(/9 health facilities work with telemedicine\./);
  expect(page).toMatch(/in 2 of 7 regions/);
  expect(page).toContain('Electronic medical records');
  expect(page).toContain('Remote prescriptions');
  expect(csv).toContain('2024-11,month,BY,Беларусь,residentsServed,25000,shown');
  expect(csv).toMatch(/2024-11,month,BY,Беларусь,visitsSaved,\d{5},shown/);
  expect((await fetch(`${url}/embed/be/facilitiesWith.remotePrescribing`)).status).toBe(200);
  expect((await fetch(`${url}/embed/be/facilitiesWith.aiCt`)).status).toBe(404);
});

test('its overview has the residents, the solutions and the aid, to the manager and to the donor', async () => {
  const told = {
    figures: expect.objectContaining({
      facilitiesLive: 9,
      'facilitiesWith.electronicMedicalRecords': 6,
      'facilitiesWith.remotePrescribing': 1,
      solutionsOperating: 2,
    }),
  };

  expect(await asked('manager-by', '/country')).toMatchObject({ country: 'BY', currency: 'BYN' });
  expect(await asked('manager-by', '/progress/summary?month=2024-11')).toMatchObject({
    figures: expect.objectContaining({ 'approved.residentsServed': 25_000 }),
  });
  for (const accountId of ['manager-by', 'donor-eu'])
    expect(await asked(accountId, '/progress/summary?month=2024-11')).toMatchObject(told);
  expect(await asked('donor-eu', '/donations/local-development-2014')).toMatchObject({
    title: 'Support to Local Development in the Republic of Belarus',
  });
});

test('the clinic is linked to the specialists of three cities', async () => {
  expect(await asked('manager-by', '/facilities/BY-0001')).toMatchObject({
    population: 25_000,
    links: expect.arrayContaining(
      ['BY-0007', 'BY-0008', 'BY-0009'].map((facilityId) => ({ kind: 'givesConsultations', facilityId })),
    ),
  });
});
