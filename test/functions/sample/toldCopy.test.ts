import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cubeOf, ProgressSums } from '../../../functions/domain/progress.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { DatabaseInMemory } from '../../../functions/sample/databaseInMemory.ts';
import { partOf } from '../../../functions/sample/larger/largerSample.ts';
import { loadSample, tellInMemory } from '../../../functions/sample/load.ts';
import { sampleOf, sampleToday, type Sample } from '../../../functions/sample/sample.ts';
import { partOfSample } from '../../../functions/sample/larger/partOfSample.ts';
import { ToldCopy } from '../../../functions/sample/larger/toldCopy.ts';
import { Database } from '../../../functions/store/database.ts';
import { Progress } from '../../../functions/store/progress.ts';
import type { Write } from '../../../functions/store/write.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');
const whole = sampleOf(pack);
/** A few facilities of the sample, with some that were given equipment: a country large enough to be copied. */
const sample: Sample = {
  ...partOfSample(whole, 0, 12),
  accounts: whole.accounts.filter(({ role }) => role === 'manager'),
};
const { length } = sample.timelines;

const folder = mkdtempSync(join(tmpdir(), 'telemedicine-copies-'));
let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine(join(folder, 'dynamodb.db'));
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

/** What commands leave of each copy, told one after another. */
async function toldOf(copies: number): Promise<Write[][]> {
  const database = new DatabaseInMemory();
  const all: Write[][] = [];
  for (let copy = 1; copy <= copies; copy += 1) {
    await tellInMemory(database, pack, partOf(sample, { copy, facilities: length }), () => undefined);
    all.push(database.take(['solutions', 'solutionIndicators', 'donors', 'milestones', 'progress']));
  }
  return all;
}

/** In an order of their own, and without the digests by which a command that is sent again is known: nobody sends these. */
const inOrder = (writes: Write[]) =>
  writes
    .map((write) => JSON.stringify([write.table, write.kind === 'put' && { ...write.item, digest: '' }]))
    .toSorted();

test('a copy that is written again is what its commands would have left', async () => {
  const [, second = [], third = []] = await toldOf(3);

  const again = new ToldCopy(second, length, pack).writesOf(3);

  expect(inOrder(again)).toEqual(inOrder(third));
});

test('a larger sample counts as its records do, and every facility once', async () => {
  const database = new Database(engine.env);
  await loadSample(engine.env, pack, sample, { facilities: 4 * length + 5 });

  const check = await checkProgress(database, pack);
  expect(sentencesOf(check)).toEqual([]);
  expect(check.records).toMatchObject({ facilities: 4 * length + 5 });
  const rows = await new Progress(database, pack).ofScope('country', sampleToday);
  const sums = new ProgressSums(cubeOf(rows, regionCodes(pack)), pack);
  const registered = ['Planned', 'Connected', 'Equipped', 'Trained', 'Live', 'Suspended'].reduce(
    (sum, stage) => sum + sums.value(`facilities${stage}`, '2024-12'),
    0,
  );
  expect(registered).toBe(4 * length + 5);
});
