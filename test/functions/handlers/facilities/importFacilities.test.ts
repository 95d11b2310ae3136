import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  admin,
  command,
  edited,
  inCountry,
  manager,
  odesaManager,
  donor,
  profile,
} from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const { ask } = here;

let serial = 3000;
const freshId = () => `UA-${(serial += 1)}`;

/** A row of an import: a new clinic, but for what is said. */
function row(facilityId: string, more: object = {}, plannedOn: string | undefined = '2024-01-01') {
  const { plannedOn: _, ...rest } = profile(facilityId);
  return { profile: { ...rest, ...more }, ...(plannedOn && { plannedOn }) };
}

const post = (
  rows: object[],
  { isDryRun = false, idempotencyKey = String(randomUUID()), who = admin } = {},
) => ask(who, 'POST', '/facilities/imports', { idempotencyKey, isDryRun, rows });

/** What became of each row. */
async function outcomes(...asked: Parameters<typeof post>): Promise<Loose[]> {
  const { status, body }: Loose = await post(...asked);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.rows;
}
const got = async (facilityId: string): Promise<Loose> =>
  (await ask(admin, 'GET', `/facilities/${facilityId}`)).body;
const historyOf = async (facilityId: string): Promise<Loose[]> => {
  const { body }: Loose = await ask(admin, 'GET', `/facilities/${facilityId}/history`);
  return body.lines;
};
const live = async (figure = 'facilitiesPlanned'): Promise<number> => {
  const { body }: Loose = await ask(admin, 'GET', '/progress/summary?month=2024-12');
  return body.figures[figure] ?? 0;
};

test('rows are new, changed, unchanged or refused, in their order, and each has its own history', async () => {
  const [first, second, third] = [freshId(), freshId(), freshId()];
  await post([row(first), row(second)]);
  const planned = await live();

  const rows = await outcomes([
    row(first, { power: 'grid' }),
    row(second),
    row(freshId(), { region: 'UA-99' }),
    row(third, { externalCodes: [{ system: 'dhis2', code: 'third' }] }),
  ]);

  expect(rows.map(({ outcome }) => outcome)).toEqual(['changed', 'unchanged', 'refused', 'new']);
  expect(rows[0].changes).toEqual([{ field: 'power', from: 'unreliable', to: 'grid' }]);
  expect(rows[2].refused).toMatchObject({ code: 'unknownRegion', field: 'region' });
  expect(await got(first)).toMatchObject({ version: 2, power: 'grid' });
  expect((await historyOf(first)).map(({ action }) => action)).toEqual(['import', 'import']);
  expect((await historyOf(second)).map(({ by }) => by.accountId)).toEqual([admin.accountId]);
  expect(await live()).toBe(planned + 1);
});

test('a dry run tells the same and writes nothing', async () => {
  const [known, fresh] = [freshId(), freshId()];
  await post([row(known)]);
  const asked = [row(known, { population: 900 }), row(fresh), row(fresh)];
  const planned = await live();

  const told = await outcomes(asked, { isDryRun: true });

  expect((await ask(admin, 'GET', `/facilities/${fresh}`)).status).toBe(404);
  expect(await got(known)).not.toHaveProperty('population');
  expect(await live()).toBe(planned);
  expect(await outcomes(asked)).toEqual(told);
});

test('the same rows again change nothing, whoever imports them and on whatever day', async () => {
  const asked = [
    row(freshId(), {
      coordinates: { lat: 49.123456789, lon: 24 },
      externalCodes: [{ system: 'own', code: 'again' }],
    }),
    row(freshId(), {}, ''),
  ];
  await post(asked);

  expect((await outcomes(asked)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
});

test('who asks again after a lost answer is told what was done then, and the rest is done', async () => {
  const [known, fresh, late] = [freshId(), freshId(), freshId()];
  await post([row(known)]);
  const asked = [row(known, { power: 'grid' }), row(fresh), row(late)];
  const idempotencyKey = randomUUID();
  const first = await outcomes(asked, { idempotencyKey });
  await ask(
    manager,
    'PUT',
    `/facilities/${known}/profile`,
    command(2, { ...edited(), power: 'gridWithBackup' }),
  );

  expect(await outcomes(asked, { idempotencyKey })).toEqual(first);
  expect(await got(known)).toMatchObject({ version: 3, power: 'gridWithBackup' });
  expect(await post([row(known, { power: 'grid' })], { idempotencyKey })).toMatchObject({
    status: 409,
    body: { code: 'keyReused' },
  });
});

test('an import that breaks off half way goes on, and does nothing twice', async () => {
  const codes = (id: string) =>
    Array.from({ length: 10 }, (_, at) => ({ system: 'own', code: `${id}-${at}` }));
  const asked = Array.from({ length: 12 }, freshId).map((id) => row(id, { externalCodes: codes(id) }));
  const idempotencyKey = randomUUID();
  // The rows take two transactions: the first is done and its answer lost, others come between the second.
  here.wire.upset('answerLost', 'collision', 'collision');

  expect((await outcomes(asked, { idempotencyKey })).map(({ outcome }) => outcome)).toEqual(
    Array(12).fill('new'),
  );
  for (const {
    profile: { facilityId },
  } of asked)
    expect(await historyOf(facilityId)).toHaveLength(1);
});

test('what a row leaves out stays as it is known', async () => {
  const facilityId = freshId();
  const known = {
    names: { uk: 'Клініка', en: 'Clinic' },
    population: 9200,
    populationOn: '2024-02-29',
    populationSource: 'State statistics',
    coordinates: { lat: 49.5, lon: 24.5 },
    externalCodes: [
      { system: 'own', code: 'Kept-1' },
      { system: 'dhis2', code: 'old' },
    ],
    links: [{ kind: 'sharesRecords', facilityId: here.clinic.facilityId }],
  };
  await post([row(facilityId, known)]);

  const said = { names: { uk: 'Лікарня' }, externalCodes: [{ system: 'dhis2', code: `new-${facilityId}` }] };
  const [told] = await outcomes([row(facilityId, said)]);

  expect(told.changes.map(({ field }: Loose) => field)).toEqual(['externalCodes', 'names']);
  expect(await got(facilityId)).toMatchObject({
    ...known,
    names: { uk: 'Лікарня', en: 'Clinic' },
    externalCodes: [{ system: 'own', code: 'Kept-1' }, ...said.externalCodes],
  });
});

test('a code in other letters is the same one; more than a profile holds, or what there is not, is refused', async () => {
  const facilityId = freshId();
  const codes = (system: string, length: number) =>
    Array.from({ length }, (_, at) => ({ system, code: `${facilityId}x${at}` }));
  await post([row(facilityId, { externalCodes: codes('own', 6) })]);
  const told = async (more: object) => (await outcomes([row(facilityId, more)]))[0];

  expect(await told({ externalCodes: [{ system: 'own', code: `${facilityId}X0` }] })).toMatchObject({
    outcome: 'unchanged',
  });
  expect(await told({ externalCodes: codes('dhis2', 5) })).toMatchObject({
    refused: { code: 'invalid', field: 'externalCodes' },
  });
  expect(await told({ externalCodes: codes('dhis2', 4) })).toMatchObject({ outcome: 'changed' });
  expect(await told({ links: [{ kind: 'sharesRecords', facilityId: 'UA-9998' }] })).toMatchObject({
    refused: { code: 'invalid', field: 'links' },
  });
});

test('a facility or a code that an earlier row has is refused, and a code of another facility', async () => {
  const [one, two, three] = [freshId(), freshId(), freshId()];
  await post([row(three, { externalCodes: [{ system: 'own', code: `of-${three}` }] })]);
  const code = { externalCodes: [{ system: 'own', code: `of-${one}` }] };

  const rows = await outcomes([
    row(one, code),
    row(one, { power: 'grid' }),
    row(two, { externalCodes: [{ system: 'own', code: `OF-${one}` }] }),
    row(freshId(), { externalCodes: [{ system: 'own', code: `OF-${three}` }] }),
  ]);

  expect(rows.map(({ outcome, refused }) => refused?.field ?? outcome)).toEqual([
    'new',
    'facilityId',
    'externalCodes',
    'externalCodes',
  ]);
  expect(await got(one)).toMatchObject({ power: 'unreliable' });
});

test('an import neither moves a facility to another region nor corrects its stages', async () => {
  const facilityId = freshId();
  await post([row(facilityId)]);

  const [moved] = await outcomes([row(facilityId, { region: 'UA-51' })]);
  const [corrected] = await outcomes([row(facilityId, {}, '2024-01-02')]);

  expect(moved.refused).toMatchObject({ code: 'wrongState', field: 'region' });
  expect(corrected.refused).toMatchObject({ code: 'wrongState', field: 'plannedOn' });
});

test('29 February is a day of leap years alone', async () => {
  const facilityId = freshId();

  const on = (populationOn: string) => row(facilityId, { population: 1, populationOn });

  expect((await post([on('2023-02-29')])).body).toMatchObject({
    code: 'invalid',
    field: 'rows.0.profile.populationOn',
  });
  expect((await outcomes([on('2024-02-29')]))[0].outcome).toBe('new');
});

test('many imports of the same region at once all get through', async () => {
  const planned = await live();
  const lots = Array.from({ length: 4 }, () => Array.from({ length: 25 }, () => row(freshId())));

  const answers = await Promise.all(lots.map((rows) => outcomes(rows)));

  expect(answers.flat().filter(({ outcome }) => outcome === 'new')).toHaveLength(100);
  expect(await live()).toBe(planned + 100);
});

test('only administrators import, and no more than 25 rows at once', async () => {
  const statuses: number[] = [];
  for (const who of [manager, odesaManager, donor, here.clinic.head])
    statuses.push((await post([row(freshId())], { who, isDryRun: true })).status);

  expect(statuses).toEqual([403, 403, 403, 403]);
  expect((await post([])).status).toBe(400);
  expect((await post(Array.from({ length: 26 }, () => row(freshId())))).status).toBe(400);
});
