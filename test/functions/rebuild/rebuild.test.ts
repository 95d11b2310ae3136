import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Contribution } from '../../../functions/domain/contribution.ts';
import type { LatestReport } from '../../../functions/domain/facility.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { checkProgress, repair, sentenceOf } from '../../../functions/rebuild.ts';
import { loadSample } from '../../../functions/sample/load.ts';
import { sampleOf } from '../../../functions/sample/sample.ts';
import { replayed } from '../../../functions/sample/story.ts';
import { Database } from '../../../functions/store/database.ts';
import { Facilities } from '../../../functions/store/facilities.ts';
import { progressWrites } from '../../../functions/store/progress.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');
/** Khodoriv district clinic and its neighbours. */
const stories = sampleOf(pack).stories.slice(203, 207);
const facilityId = 'UA-0205';

let engine: TestEngine;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
  await loadSample(engine.env, pack, { stories, accounts: [] });
});

afterAll(() => engine.stop());

beforeEach(async () => {
  const { differences } = await checkProgress(database, pack);
  await repair(database, pack, differences);
});

/** Changes progress behind the back of the records, as a bug would. */
async function spoil(amounts: Record<string, number>, more: Partial<Contribution> = {}): Promise<void> {
  const row = { region: 'UA-46', month: '2024-10', amounts, ...more };
  await database.transact(progressWrites([row], pack, 'test'));
}

async function keepLatest(latest: LatestReport): Promise<void> {
  const names = { '#latest': 'latest' };
  const values = { ':latest': latest };
  await database.transact([
    {
      table: 'facilities',
      kind: 'update',
      key: { facilityId },
      update: 'SET #latest = :latest',
      names,
      values,
    },
  ]);
}

const found = async () => (await checkProgress(database, pack)).differences.map(sentenceOf).toSorted();

test('progress that equals its records has no differences', async () => {
  const { differences, facilities, reports, regionMonths } = await checkProgress(database, pack);

  expect(differences).toEqual([]);
  expect(facilities).toBe(stories.length);
  expect(reports).toBe(stories.flatMap((story) => replayed(story, pack).reports).length);
  expect(regionMonths).toBeGreaterThan(10);
});

test('an amount too high and one too low are each said in a sentence', async () => {
  await spoil({ teleconsultations: 2, reportsReceived: -1 });

  expect(await found()).toEqual([
    'UA-46 in 2024-10: reportsReceived is 1 too low.',
    'UA-46 in 2024-10: teleconsultations is 2 too high.',
  ]);
});

test('a figure that no record has is a difference too', async () => {
  await spoil({ inventedFigure: 5 }, { region: 'UA-51', month: '2023-01' });

  expect(await found()).toEqual(['UA-51 in 2023-01: inventedFigure is 5 too high.']);
});

test('a facility that keeps an old report as its latest is found', async () => {
  await keepLatest({ month: '2024-08', status: 'submitted', teleconsultations: 1 });

  expect(await found()).toEqual([
    expect.stringMatching(/^UA-0205 keeps 2024-08 \(submitted, 1 teleconsultations\) as its latest report;/),
  ]);
});

test('repair brings back what the records say, and then there is nothing left to repair', async () => {
  const before = await new Facilities(database).find(facilityId);
  await spoil({ teleconsultations: 7 });
  await spoil({ facilitiesLive: -3 }, { month: '2024-01' });
  await keepLatest({ month: '2024-08', status: 'submitted', teleconsultations: 1 });

  await repair(database, pack, (await checkProgress(database, pack)).differences);

  expect(await found()).toEqual([]);
  expect(await new Facilities(database).find(facilityId)).toEqual(before);
});

test('what changes between two looks is someone at work, not a difference', async () => {
  let looks = 0;
  class Busy extends Database {
    override async *scan(table: 'facilities' | 'monthlyReports') {
      if (table === 'facilities') await spoil({ teleconsultations: (looks += 1) });
      yield* super.scan(table);
    }
  }

  expect((await checkProgress(new Busy(engine.env), pack)).differences).toEqual([]);
  expect(looks).toBe(2);
});

test('amounts in several shards of a region and month are one sum', async () => {
  const sharded = { ...pack, progressShards: 16 };
  const row = { region: 'UA-46', month: '2024-10' };
  await database.transact([
    ...progressWrites([{ ...row, amounts: { teleconsultations: 2 } }], sharded, 'a'),
    ...progressWrites([{ ...row, amounts: { teleconsultations: -2 } }], sharded, 'b'),
  ]);

  expect(await found()).toEqual([]);
});

const run = promisify(execFile);
const commandLine = (...args: string[]) =>
  run(process.execPath, ['functions/rebuild.ts', ...args], {
    env: { ...process.env, ...engine.env, COUNTRY: 'UA' },
  });

test('the command says that all is well, and how much that is', async () => {
  const { stdout } = await commandLine('--check');

  expect(stdout).toMatch(/^progress equals its records: 4 facilities, \d+ reports, \d+ region-months\n$/);
});

test('the command with --check only looks, and fails when something differs; without it, it mends', async () => {
  await spoil({ teleconsultations: 2 });

  await expect(commandLine('--check')).rejects.toMatchObject({
    code: 1,
    stdout: 'UA-46 in 2024-10: teleconsultations is 2 too high.\n',
  });
  expect((await commandLine()).stdout).toContain('mended: 1 difference\n');
  expect(await found()).toEqual([]);
});
