import { afterAll, beforeAll, expect, test } from 'vitest';
import { packFor } from '../../../functions/packs/index.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { upgrade } from '../../../functions/rebuild/repair.ts';
import { loadSample } from '../../../functions/sample/load.ts';
import { partOfSample } from '../../../functions/sample/larger/partOfSample.ts';
import { sampleOf } from '../../../functions/sample/sample.ts';
import { Database } from '../../../functions/store/database.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');
const sample = partOfSample(sampleOf(pack), 195, 215);

let engine: TestEngine;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
  await loadSample(engine.env, pack, sample);
});
afterAll(() => engine.stop());

const facilities = async () =>
  (await new Facilities(database).these(sample.timelines.map(({ facilityId }) => facilityId))).filter(
    ({ adoptions = [] }) => adoptions.some(({ equipment }) => equipment.length > 0),
  );

test('facilities of an older release learn who provided their equipment, and former rows of donors go', async () => {
  const before = await facilities();
  expect(before.length).toBeGreaterThan(3);
  for (const { facilityId, adoptions = [] } of before) {
    const older = adoptions.map((adoption) => ({
      ...adoption,
      equipment: adoption.equipment.map(({ provided: _, spans, ...one }) => ({
        ...one,
        spans: spans.map(({ isUsed: __, ...span }) => span),
      })),
    }));
    const write = {
      table: 'facilities',
      kind: 'update',
      key: { facilityId },
      update: 'SET adoptions = :older',
    } as const;
    await database.transact([{ ...write, values: { ':older': older } }]);
  }
  const former = { scope: 'donor:sample#2024', monthRegion: '2024-10#UA-46', ah: 5, v: 1 };
  await database.transact([{ table: 'progress', kind: 'put', item: former }]);

  const { left } = await upgrade(database, pack);

  expect(sentencesOf(left)).toEqual([]);
  expect(sentencesOf(await checkProgress(database, pack))).toEqual([]);
  expect((await facilities()).map(({ adoptions }) => adoptions)).toEqual(
    before.map(({ adoptions }) => adoptions),
  );
  for await (const { scope } of database.scan('progress')) expect(scope).not.toBe(former.scope);
});
