import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { correctStage } from '../../../functions/domain/facility/facility.ts';
import { wasLive } from '../../../functions/domain/report/liveMonths.ts';
import { changeFacility } from '../../../functions/store/facility/changeFacility.ts';
import { Database } from '../../../functions/store/database.ts';
import type { Write } from '../../../functions/store/write.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { MonthlyReports } from '../../../functions/store/report/monthlyReports.ts';
import { figures, testPack } from '../../support/builders.ts';
import { joinedFacility, reportsOf } from '../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

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

/** A database in which something else happens between its first decision and the writing of it. */
class Overtaken extends Database {
  #happens: (() => Promise<unknown>) | undefined;

  constructor(happens: () => Promise<unknown>) {
    super(engine.env);
    this.#happens = happens;
  }

  override async transact(writes: Write[]): Promise<void> {
    const happens = this.#happens;
    this.#happens = undefined;
    await happens?.();
    return super.transact(writes);
  }
}

const submit = (month: string, over = database) =>
  reportsOf(over).submit({ facilityId, month, basedOn: 0 }, { figures });

/** The facility went live on another day than in January 2024. */
const goLiveOn = (date: string, over = database) =>
  changeFacility(
    over,
    testPack,
    facilityId,
    {
      action: 'correctStage',
      content: { date },
      basedOn: 5,
      idempotencyKey: randomUUID(),
      by: { accountId: 'admin', name: 'Admin' },
      at: '2024-12-03T08:00:00.000Z',
    },
    {
      authorise: () => undefined,
      decide: (facility, { reported }) => {
        if (!facility) throw new Error('there is a facility');
        const today = '2024-12-03';
        return correctStage(facility, { index: 4, date, by: 'admin' }, { pack: testPack, today, reported });
      },
    },
  );

async function expectNoOrphan(): Promise<void> {
  const facility = await new Facilities(database).find(facilityId);
  const reports = await new MonthlyReports(database).ofFacility(facilityId);

  for (const { month } of reports) expect(wasLive(facility ?? { stages: [] }, month), month).toBe(true);
}

test.each([
  ['the newest month', []],
  ['a month before the newest', ['2024-11']],
])('a stage’s day is not mended past %s that is handed in at the same time', async (_, newer) => {
  for (const month of newer) await submit(month);
  const overtaken = new Overtaken(() => submit('2024-02'));

  await expect(goLiveOn('2024-03-05', overtaken)).rejects.toMatchObject({ code: 'dateNotAllowed' });

  await expectNoOrphan();
});

test.each([
  ['the newest month', []],
  ['a month before the newest', ['2024-11']],
])('%s is not handed in past a stage’s day that is mended at the same time', async (_, newer) => {
  for (const month of newer) await submit(month);
  const overtaken = new Overtaken(() => goLiveOn('2024-03-05'));

  await expect(submit('2024-02', overtaken)).rejects.toMatchObject({ code: 'notLiveThen' });

  await expectNoOrphan();
});

test('where the two do not touch, both are done', async () => {
  await submit('2024-04', new Overtaken(() => goLiveOn('2024-03-05')));

  await expectNoOrphan();
  expect(await new Facilities(database).find(facilityId)).toMatchObject({
    version: 6,
    latest: { month: '2024-04' },
  });
});
