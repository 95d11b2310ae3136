import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { admin, donor, manager, odesaManager, profile } from '../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../support/equipmentApi.ts';
import type { Loose } from '../../support/stack.ts';

const { here, ids, tell, strike, atClinic, clinicNow, expectClean } = inEquippedCountry();
const { ask } = here;

let serial = 0;
let inventoryNumber = '';
beforeEach(() => {
  inventoryNumber = `INV ${(serial += 1)}`;
});

/** A row of an import: two tablets of the clinic's own, received in 2022, but for what is said. */
const row = (more: object = {}) => ({
  placeId: here.clinic.facilityId,
  inventoryNumber,
  equipmentType: 'tablet',
  units: 2,
  source: { kind: 'own' },
  receivedOn: '2022-03-01',
  ...more,
});
const post = (
  rows: object[],
  { isDryRun = false, idempotencyKey = String(randomUUID()), who = manager } = {},
) => ask(who, 'POST', '/consignments/imports', { idempotencyKey, isDryRun, rows });

/** What became of each row. */
async function outcomes(...asked: Parameters<typeof post>): Promise<Loose[]> {
  const { status, body }: Loose = await post(...asked);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.rows;
}
const outcomeOf = async (more: object = {}, how = {}): Promise<Loose> =>
  (await outcomes([row(more)], how))[0];
const got = async (consignmentId: string): Promise<Loose> =>
  Object((await ask(admin, 'GET', `/consignments/${consignmentId}`)).body).consignment;
const historyOf = async (consignmentId: string): Promise<Loose[]> =>
  Object((await ask(admin, 'GET', `/consignments/${consignmentId}/history`)).body).lines;

describe('equipment that is there already', () => {
  test('enters in its true state with its past days, and the facility can use what is installed', async () => {
    const { consignmentId, outcome } = await outcomeOf({
      state: 'inUse',
      installedOn: '2022-03-04',
      firstUsedOn: '2022-03-09',
      faultySince: '2024-02-29',
      solutionId: ids.solutionId,
      source: { kind: 'state', name: 'State purchase of 2021' },
      serialNumbers: ['A-1', 'A-2'],
      orderNumber: '7/21',
      accountableUntil: '2027-01-01',
    });

    expect(outcome).toBe('new');
    expect(await atClinic()).toMatchObject([
      { consignmentId, units: 2, state: 'inUse', since: '2022-03-09', faultySince: '2024-02-29' },
    ]);
    expect(await got(consignmentId)).toMatchObject({
      version: 1,
      usdCents: 0,
      inventory: { number: inventoryNumber, units: 2 },
      serialNumbers: ['A-1', 'A-2'],
      source: { kind: 'state', name: 'State purchase of 2021' },
    });
    expect(await historyOf(consignmentId)).toMatchObject([
      { action: 'import', by: { accountId: 'manager' } },
    ]);
    expect(await clinicNow()).toMatchObject({
      adoptions: [{ solutionId: ids.solutionId, periods: [{ from: '2022-03-04' }] }],
    });
    await expectClean();
  });

  test('was received and installed at the latest when it is in use', async () => {
    const { consignmentId } = await outcomeOf({ receivedOn: undefined, firstUsedOn: '2023-05-05' });

    expect((await got(consignmentId)).log.map(({ kind, date }: Loose) => `${kind} ${date}`)).toEqual([
      'planned 2023-05-05',
      'shipped 2023-05-05',
      'received 2023-05-05',
      'installed 2023-05-05',
      'firstUse 2023-05-05',
    ]);
  });

  test('is known by its number at its place, however that is written; the same again changes nothing', async () => {
    const asked = [row(), row({ inventoryNumber: `${inventoryNumber}a`, installedOn: '2022-04-01' })];
    await outcomes(asked);

    expect((await outcomes(asked)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(
      (await outcomeOf({ inventoryNumber: inventoryNumber.toLowerCase().replace(' ', '') })).outcome,
    ).toBe('unchanged');
    expect((await outcomeOf({ placeId: 'UA-W01' })).outcome).toBe('new');
  });

  test('the same file changes nothing after units have moved on, broken, or been struck out', async () => {
    const asked = row({ installedOn: '2022-04-01' });
    const [{ consignmentId }] = await outcomes([asked]);
    await tell(here.clinic.head, consignmentId, 'fault', '2024-03-01', { units: 1 });
    expect((await outcomes([asked]))[0].outcome).toBe('unchanged');

    const other = row({ inventoryNumber: `${inventoryNumber} mistaken` });
    const [{ consignmentId: mistaken }] = await outcomes([other]);
    for (const eventId of [3, 2, 1]) await strike(manager, mistaken, eventId);
    expect((await outcomes([other]))[0].outcome).toBe('unchanged');
    await expectClean();
  });

  test('takes what a file says anew: a later step where it fits, and facts', async () => {
    const { consignmentId } = await outcomeOf({ solutionId: ids.solutionId });

    const told = await outcomeOf({ installedOn: '2022-05-01', serialNumbers: ['B-1'] });

    expect(told.outcome).toBe('changed');
    expect(told.changes.map(({ field }: Loose) => field)).toEqual(['log', 'serialNumbers']);
    expect(await got(consignmentId)).toMatchObject({ version: 2, serialNumbers: ['B-1'] });
    expect(await clinicNow()).toMatchObject({ adoptions: [{ periods: [{ from: '2022-05-01' }] }] });
    expect((await outcomeOf()).outcome).toBe('unchanged');
    await expectClean();
  });

  test('a dry run tells the same and writes nothing', async () => {
    await outcomeOf();
    const asked = [
      row({ installedOn: '2022-05-01' }),
      row({ inventoryNumber: `${inventoryNumber} b` }),
      row({ inventoryNumber: `${inventoryNumber} b` }),
    ];

    const told = await outcomes(asked, { isDryRun: true });

    expect(told.map(({ outcome }) => outcome)).toEqual(['changed', 'new', 'refused']);
    expect(await atClinic()).toMatchObject([{ state: 'received' }]);
    const done = await outcomes(asked);
    expect(done.map(({ outcome, refused }) => [outcome, refused])).toEqual(
      told.map(({ outcome, refused }) => [outcome, refused]),
    );
  });
});

describe('a row is refused, and the others are done', () => {
  test.each<[string, object, string, string]>([
    ['an unknown place', { placeId: 'UA-9999' }, 'notFound', 'placeId'],
    ['an unknown type', { equipmentType: 'teapot' }, 'invalid', 'equipmentType'],
    ['an unknown solution', { solutionId: 'nothing-known' }, 'invalid', 'solutionId'],
    ['no day at all', { receivedOn: undefined }, 'invalid', 'receivedOn'],
    ['a day to come', { receivedOn: '2031-01-01' }, 'dateNotAllowed', 'receivedOn'],
    ['a day of long ago', { receivedOn: '1922-03-01' }, 'dateNotAllowed', 'receivedOn'],
    ['installed before received', { installedOn: '2022-02-28' }, 'dateNotAllowed', 'installedOn'],
    [
      'used before installed',
      { installedOn: '2022-04-01', firstUsedOn: '2022-03-31' },
      'dateNotAllowed',
      'firstUsedOn',
    ],
    ['faulty before it came', { faultySince: '2022-02-01' }, 'dateNotAllowed', 'faultySince'],
    ['answered for till doomsday', { accountableUntil: '2999-01-01' }, 'dateNotAllowed', 'accountableUntil'],
    ['a state without its day', { state: 'inUse', installedOn: '2022-04-01' }, 'wrongState', 'state'],
    [
      'installed in a warehouse',
      { placeId: 'UA-W01', installedOn: '2022-04-01' },
      'wrongState',
      'installedOn',
    ],
  ])('for %s', async (_, more, code, field) => {
    const rows = await outcomes([row(more), row({ inventoryNumber: `${inventoryNumber} good` })]);

    expect(rows).toMatchObject([{ outcome: 'refused', refused: { code, field } }, { outcome: 'new' }]);
  });

  test.each<[string, object, string]>([
    ['another number of units', { units: 3 }, 'units'],
    ['another type', { equipmentType: 'laptop' }, 'equipmentType'],
    ['another source', { source: { kind: 'unknown' } }, 'source'],
    ['another day', { receivedOn: '2022-03-02' }, 'receivedOn'],
  ])('where the record has %s', async (_, more, field) => {
    await outcomeOf();

    expect((await outcomeOf(more)).refused).toMatchObject({ code: 'wrongState', field });
  });

  test('where there is more to tell of units that have moved on', async () => {
    const { consignmentId } = await outcomeOf();
    await tell(manager, consignmentId, 'fault', '2023-01-01', { units: 1 });

    expect((await outcomeOf({ installedOn: '2023-02-01' })).refused).toMatchObject({
      code: 'wrongState',
      field: 'installedOn',
    });
  });

  test('where the place is not in a manager’s region: as if there were none', async () => {
    const [elsewhere, unknown] = await outcomes([row(), row({ placeId: 'UA-9999' })], { who: odesaManager });

    expect(elsewhere.refused).toMatchObject({ code: 'notFound', field: 'placeId' });
    expect(elsewhere.refused).toEqual(unknown.refused);
    expect((await outcomeOf({}, { who: lvivManager })).outcome).toBe('new');
  });

  test('29 February is a day of leap years alone', async () => {
    expect((await post([row({ receivedOn: '2023-02-29' })])).body).toMatchObject({
      code: 'invalid',
      field: 'rows.0.receivedOn',
    });
    expect((await outcomeOf({ receivedOn: '2024-02-29' })).outcome).toBe('new');
  });
});

describe('an import', () => {
  test('answers as it did when it is asked again, and refuses its key for other rows', async () => {
    const idempotencyKey = randomUUID();
    const asked = [row(), row({ inventoryNumber: `${inventoryNumber} b`, installedOn: '2022-04-01' })];
    const first = await outcomes(asked, { idempotencyKey });

    expect(await outcomes(asked, { idempotencyKey })).toEqual(first);
    expect(await post([row({ units: 1 })], { idempotencyKey })).toMatchObject({
      status: 409,
      body: { code: 'keyReused' },
    });
  });

  test('that breaks off half way goes on, and does nothing twice', async () => {
    const places = ['UA-8101', 'UA-8102', 'UA-8103'];
    for (const placeId of places)
      await ask(admin, 'POST', '/facilities', {
        basedOn: 0,
        idempotencyKey: randomUUID(),
        ...profile(placeId),
      });
    const asked = places.flatMap((placeId, at) =>
      [0, 1].map((unit) =>
        row({
          placeId,
          inventoryNumber: `${inventoryNumber} ${at} ${unit}`,
          solutionId: ids.solutionId,
          receivedOn: `202${at}-01-0${unit + 1}`,
          installedOn: `202${at}-0${2 + unit}-01`,
          firstUsedOn: `202${at}-0${4 + unit}-01`,
          faultySince: `202${at}-0${6 + unit}-01`,
        }),
      ),
    );
    const idempotencyKey = randomUUID();
    // The first transaction is done and its answer lost, others come between what follows.
    here.wire.upset('answerLost', 'collision', 'collision');

    const rows = await outcomes(asked, { idempotencyKey });

    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(6).fill('new'));
    for (const { consignmentId } of rows) expect(await historyOf(consignmentId)).toHaveLength(1);
    await expectClean();
  });

  test('of one place in many requests at once gets through, and tells the facility of all', async () => {
    const lots = Array.from({ length: 4 }, (_, lot) =>
      Array.from({ length: 6 }, (__, at) =>
        row({
          inventoryNumber: `${inventoryNumber} ${lot} ${at}`,
          solutionId: ids.solutionId,
          installedOn: '2022-05-01',
        }),
      ),
    );

    const answers = await Promise.all(lots.map((rows) => outcomes(rows)));

    expect(answers.flat().filter(({ outcome }) => outcome === 'new')).toHaveLength(24);
    expect((await clinicNow()).adoptions[0].equipment).toHaveLength(24);
    await expectClean();
  });

  test('is for managers and administrators, and brings no more than six rows at once', async () => {
    const statuses: number[] = [];
    for (const who of [donor, here.clinic.head]) statuses.push((await post([row()], { who })).status);

    expect(statuses).toEqual([403, 403]);
    expect((await outcomeOf({}, { who: admin })).outcome).toBe('new');
    expect((await post([])).status).toBe(400);
    expect((await post(Array.from({ length: 7 }, () => row()))).status).toBe(400);
  });
});
