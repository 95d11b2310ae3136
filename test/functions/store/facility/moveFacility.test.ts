import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkProgress, sentencesOf } from '../../../../functions/rebuild/check.ts';
import { Database } from '../../../../functions/store/database.ts';
import { History } from '../../../../functions/store/history.ts';
import { MonthlyReports, reportSubject } from '../../../../functions/store/report/monthlyReports.ts';
import { regionMonth } from '../../../../functions/store/report/regionMonth.ts';
import type { Write } from '../../../../functions/store/write.ts';
import { figures, testPack } from '../../../support/builders.ts';
import { joinedFacility, moveTo, reportsOf } from '../../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../../support/system.ts';

const months = ['2024-08', '2024-09', '2024-10', '2024-11'];
/** October and November belong to the new region then. */
const move = { region: 'UA-51', date: '2024-10-15', key: 'evacuated-from-the-front' };

let engine: TestEngine;
let database: Database;
let facilityId: string;
let serial = 0;

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  facilityId = `UA-${String((serial += 1)).padStart(4, '0')}`;
  await joinedFacility(database, { facilityId });
});

/** A database that does something else, or breaks, where it is to write for the n-th time. */
class Upset extends Database {
  #left: number;
  readonly #happens: () => Promise<unknown>;

  constructor(nth: number, happens: () => Promise<unknown>) {
    super(engine.env);
    this.#left = nth;
    this.#happens = happens;
  }

  override async transact(writes: Write[]): Promise<void> {
    if ((this.#left -= 1) === 0) await this.#happens();
    return super.transact(writes);
  }
}

const breaks = () => Promise.reject(new Error('the power is gone'));
const submitted = async (month: string) =>
  reportsOf(database).submit({ facilityId, month, basedOn: 0 }, { figures });
const regions = async () =>
  (await new MonthlyReports(database).ofFacility(facilityId)).map(({ region }) => region);
const differences = async () => sentencesOf(await checkProgress(database, testPack));
const listed = async (region: string, month: string) =>
  (await regionMonth(database, testPack, { region, month }))
    .filter(({ place }) => place.facilityId === facilityId)
    .map(({ report }) => report?.region ?? 'missing');

test('reports of months since a backdated move follow, each with its own line of history', async () => {
  for (const month of months) await submitted(month);

  await moveTo(database, { facilityId, ...move });

  expect(await regions()).toEqual(['UA-46', 'UA-46', 'UA-51', 'UA-51']);
  expect(await differences()).toEqual([]);
  const [september, october] = await Promise.all(
    ['2024-09', '2024-10'].map((month) => new History(database).of(reportSubject(facilityId, month), true)),
  );
  expect(september?.map(({ action }) => action)).toEqual(['submit']);
  expect(october?.at(-1)).toMatchObject({
    action: 'move',
    version: 2,
    changes: [{ field: 'region', from: 'UA-46', to: 'UA-51' }],
  });
});

test.each([1, 2, 3])('a move that breaks off at its write %i goes on when it is repeated', async (nth) => {
  for (const month of months) await submitted(month);

  await expect(moveTo(new Upset(nth, breaks), { facilityId, ...move })).rejects.toThrow('the power is gone');
  const between = await regions();
  expect(await differences()).toEqual([]);
  const answers = [
    await moveTo(database, { facilityId, ...move }),
    await moveTo(database, { facilityId, ...move }),
  ];

  expect(between.filter((region) => region === 'UA-51')).toHaveLength(Math.max(0, nth - 2));
  expect(answers[0]).toMatchObject({ version: 6, region: 'UA-51' });
  expect(answers[1]).toEqual(answers[0]);
  expect(await regions()).toEqual(['UA-46', 'UA-46', 'UA-51', 'UA-51']);
  expect(await differences()).toEqual([]);
});

test.each([
  ['handed in', 'submit', '2024-11', 0],
  ['begun', 'saveDraft', '2024-11', 0],
  ['approved', 'approve', '2024-10', 1],
] as const)(
  'a report that is %s while its facility moves ends where the facility is',
  async (_, what, month, basedOn) => {
    await submitted('2024-10');
    const overtaken = new Upset(1, () => moveTo(database, { facilityId, ...move }));

    await Promise.allSettled([reportsOf(overtaken)[what]({ facilityId, month, basedOn }, { figures })]);

    expect(new Set(await regions())).toEqual(new Set(['UA-51']));
    expect(await differences()).toEqual([]);
  },
);

test('each region’s month lists the facilities that were there in it, wherever they are now', async () => {
  for (const month of ['2024-08', '2024-10']) await submitted(month);
  await moveTo(database, { facilityId, ...move });

  expect([await listed('UA-46', '2024-08'), await listed('UA-51', '2024-08')]).toEqual([['UA-46'], []]);
  expect([await listed('UA-46', '2024-09'), await listed('UA-51', '2024-09')]).toEqual([['missing'], []]);
  expect([await listed('UA-46', '2024-10'), await listed('UA-51', '2024-10')]).toEqual([[], ['UA-51']]);
  expect([await listed('UA-46', '2024-11'), await listed('UA-51', '2024-11')]).toEqual([[], ['missing']]);
});

test('a facility that comes back is listed once', async () => {
  await submitted('2024-08');
  await moveTo(database, { facilityId, ...move });
  await moveTo(database, { facilityId, region: 'UA-46', date: '2024-12-01', basedOn: 6 });

  expect(await listed('UA-46', '2024-08')).toEqual(['UA-46']);
  expect(await listed('UA-46', '2024-10')).toEqual([]);
  expect(await listed('UA-51', '2024-10')).toEqual(['missing']);
  expect(await listed('UA-46', '2024-12')).toEqual(['missing']);
});

test('what was only a draft when its facility moved is told to nobody else', async () => {
  const note = 'not yet sure';
  await reportsOf(database).saveDraft({ facilityId, month: '2024-10', basedOn: 0 }, { figures, note });
  await moveTo(database, { facilityId, ...move });
  await reportsOf(database).submit({ facilityId, month: '2024-10', basedOn: 2 }, { figures });

  const lines = await new History(database).of(reportSubject(facilityId, '2024-10'), false);

  expect(JSON.stringify(lines)).not.toContain(note);
  expect(lines.map(({ action }) => action)).toEqual(['move', 'submit']);
  expect(lines[0]?.changes).toEqual([{ field: 'region', from: undefined, to: 'UA-51' }]);
  expect(lines[1]?.changes.map(({ field }) => field)).toContain('figures.staff');
});
