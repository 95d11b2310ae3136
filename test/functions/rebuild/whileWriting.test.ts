import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { checkLatest, repairLatest } from '../../../functions/rebuild/latest.ts';
import { repair } from '../../../functions/rebuild/repair.ts';
import { checkRows } from '../../../functions/rebuild/rows.ts';
import { Database } from '../../../functions/store/database.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { MonthlyReports } from '../../../functions/store/report/monthlyReports.ts';
import { progressWrites } from '../../../functions/store/progress.ts';
import type { TableName } from '../../../functions/store/tables.ts';
import { figures, testPack } from '../../support/builders.ts';
import { joinedFacility, reportsOf } from '../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

let engine: TestEngine;
let database: Database;
let serial = 0;

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
});
afterAll(() => engine.stop());

/** A live facility of its own for whoever asks. */
async function newFacility(): Promise<string> {
  const facilityId = `UA-${String((serial += 1)).padStart(4, '0')}`;
  await joinedFacility(database, { facilityId });
  return facilityId;
}

async function spoil(amount: number, month = '2024-11'): Promise<void> {
  const row = { scope: 'country', row: 'UA-46', month, amounts: { doctorToDoctor: amount } } as const;
  await database.transact(progressWrites([row], 0, testPack));
}

const clean = async () => sentencesOf(await checkProgress(database, testPack));

/** A database during whose scans of a table something else happens. */
class Meanwhile extends Database {
  readonly #table: TableName;
  readonly #happens: () => Promise<unknown>;

  constructor(table: TableName, happens: () => Promise<unknown>) {
    super(engine.env);
    this.#table = table;
    this.#happens = happens;
  }

  override async *scan(table: TableName) {
    if (table === this.#table) await this.#happens();
    yield* super.scan(table);
  }
}

describe('a look while people write', () => {
  test('takes two submissions of the same size for two submissions, not for a difference', async () => {
    const own = [await newFacility(), await newFacility()];
    const busy = new Meanwhile('facilities', async () => {
      const facilityId = own.pop();
      if (facilityId) await reportsOf(database).submit({ facilityId, basedOn: 0 }, { figures });
    });

    const { differences, unsettled } = await checkProgress(busy, testPack);

    expect([differences, unsettled, own]).toEqual([[], [], []]);
    expect(await clean()).toEqual([]);
  });

  test('does not know of a row that is written to in every look, and repair leaves it alone', async () => {
    const submitOne = async () =>
      reportsOf(database).submit(
        { facilityId: await newFacility(), month: '2024-10', basedOn: 0 },
        { figures },
      );
    const busy = new Meanwhile('monthlyReports', submitOne);
    await submitOne();

    const check = await checkProgress(busy, testPack);
    const { mended, left } = await repair(busy, testPack);

    const unsettled = { scope: 'country#2024', monthRegion: '2024-10#UA-46' };
    expect(check.unsettled).toContainEqual(unsettled);
    expect(sentencesOf(check)).toContainEqual(
      expect.stringContaining('UA-46 in 2024-10 was written to during'),
    );
    expect(mended).toBe(0);
    expect(left.unsettled).toContainEqual(unsettled);
    expect(await clean()).toEqual([]);
  });

  test('is not deceived by a row whose amounts come back to what they were', async () => {
    const facilityId = await newFacility();
    const reports = reportsOf(database);
    let looks = 0;
    const busy = new Meanwhile('facilities', async () => {
      // Between the look before the records are read and the one after: there and back again.
      if ((looks += 1) !== 1) return;
      await reports.submit({ facilityId, month: '2024-09', basedOn: 0 }, { figures });
      await reports.return({ facilityId, month: '2024-09', basedOn: 1 }, { field: 'resolved', reason: 'No' });
    });

    expect((await checkRows(busy, testPack)).differences).toEqual([]);
    expect(looks).toBe(2);
  });

  test('finds what is wrong in a row that was written to during the first look only', async () => {
    const facilityId = await newFacility();
    let looks = 0;
    const busy = new Meanwhile('facilities', async () => {
      if ((looks += 1) === 1) await reportsOf(database).submit({ facilityId, basedOn: 0 }, { figures });
    });
    await spoil(5);

    expect(sentencesOf(await checkProgress(busy, testPack))).toEqual([
      'UA-46 in 2024-11: doctorToDoctor is 5 too high.',
    ]);
    expect((await repair(database, testPack)).mended).toBe(1);
  });
});

describe('the latest report beside a facility', () => {
  let facilityId: string;
  let reports: ReturnType<typeof reportsOf>;
  const latest = async () => (await new Facilities(database).find(facilityId))?.latest;

  beforeEach(async () => {
    facilityId = await newFacility();
    reports = reportsOf(database);
    await reports.submit({ facilityId, month: '2024-08', basedOn: 0 }, { figures });
    await database.transact([
      {
        table: 'facilities',
        kind: 'update',
        key: { facilityId },
        update: 'REMOVE #latest',
        names: { '#latest': 'latest' },
      },
    ]);
  });

  const differenceNow = async () => {
    const difference = (await checkLatest(database, testPack)).find((one) => one.facilityId === facilityId);
    if (!difference) throw new Error('there is a difference');
    return difference;
  };

  test('is mended where nothing came between', async () => {
    expect(await repairLatest(database, await differenceNow())).toBe(true);
    expect(await latest()).toMatchObject({ month: '2024-08', status: 'submitted' });
  });

  test.each([
    ['a newer month is handed in', { month: '2024-11', basedOn: 0 }, 'submit', { month: '2024-11' }],
    ['it is decided', { month: '2024-08', basedOn: 1 }, 'approve', { month: '2024-08', status: 'approved' }],
  ] as const)('is left to the command when %s meanwhile', async (_, request, action, expected) => {
    const difference = await differenceNow();
    await reports[action]({ ...request, facilityId }, { figures });

    expect(await repairLatest(database, difference)).toBe(false);
    expect(await latest()).toMatchObject(expected);

    // Which months counted before, a command cannot know of a facility that does not say.
    await repair(database, testPack);
    expect(await latest()).toMatchObject(expected);
    expect(await clean()).toEqual([]);
  });

  test('is right in the end when an older month is handed in meanwhile', async () => {
    const difference = await differenceNow();
    await reports.submit({ facilityId, month: '2024-07', basedOn: 0 }, { figures });

    await repairLatest(database, difference);
    await repair(database, testPack);

    expect(await latest()).toMatchObject({ month: '2024-08' });
    expect(await clean()).toEqual([]);
  });
});

/** Everything that can be asked of a month, at random, for as long as `isOn` says. */
async function write(facilityIds: string[], isOn: () => boolean): Promise<number> {
  const reports = reportsOf(database);
  const stored = new MonthlyReports(database);
  const actions = ['saveDraft', 'submit', 'submit', 'return', 'approve', 'approve', 'correct'] as const;
  let done = 0;
  for (let turn = 0; isOn(); turn += 1) {
    const facilityId = facilityIds[turn % facilityIds.length] ?? '';
    const month = ['2024-10', '2024-11'][Math.floor(Math.random() * 2)] ?? '';
    const action = actions[Math.floor(Math.random() * actions.length)] ?? 'submit';
    const basedOn = (await stored.find(facilityId, month))?.version ?? 0;
    try {
      const content = { figures, field: 'resolved', reason: 'Please check' };
      await reports[action]({ facilityId, month, basedOn }, content);
      done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return done;
}

test('repair that runs all the while mends what is spoiled and nothing else, and counts nothing twice', async () => {
  const facilityIds = await Promise.all(Array.from({ length: 8 }, newFacility));
  let isOn = true;
  const writers = [0, 1, 2, 3].map((index) => write(facilityIds.slice(index * 2, index * 2 + 2), () => isOn));

  let spoiled = 0;
  let mended = 0;
  for (let round = 1; round <= 5; round += 1) {
    if (round <= 2) {
      await spoil(round, '2024-10');
      await spoil(-7, '2023-05');
      spoiled += 2;
    }
    mended += (await repair(database, testPack)).mended;
  }
  isOn = false;
  const written = await Promise.all(writers);
  // Nobody writes any more, so nothing keeps the last of it from being mended.
  mended += (await repair(database, testPack)).mended;

  expect(Math.min(...written)).toBeGreaterThan(0);
  // Two spoilings of one row may be mended in one.
  expect(mended).toBeGreaterThanOrEqual(2);
  expect(mended).toBeLessThanOrEqual(spoiled);
  expect(await clean()).toEqual([]);
});

test('repair that runs all the while has nothing to mend where nothing is spoiled', async () => {
  const facilityIds = await Promise.all(Array.from({ length: 8 }, newFacility));
  let isOn = true;
  const writers = [0, 1, 2, 3].map((index) => write(facilityIds.slice(index * 2, index * 2 + 2), () => isOn));

  let mended = 0;
  for (let round = 1; round <= 3; round += 1) mended += (await repair(database, testPack)).mended;
  isOn = false;
  await Promise.all(writers);

  expect(mended).toBe(0);
  expect(await clean()).toEqual([]);
});
