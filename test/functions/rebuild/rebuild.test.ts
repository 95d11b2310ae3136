import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { withoutZeros, type Contribution } from '../../../functions/domain/contribution.ts';
import type { LatestReport } from '../../../functions/domain/facility/facility.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { repair, upgrade } from '../../../functions/rebuild/repair.ts';
import { loadSample } from '../../../functions/sample/load.ts';
import { sampleOf } from '../../../functions/sample/sample.ts';
import { replayed } from '../../../functions/sample/timeline.ts';
import { Database } from '../../../functions/store/database.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { Progress, progressWrites, shardOf } from '../../../functions/store/progress.ts';
import type { Write } from '../../../functions/store/write.ts';
import { partOfSample } from '../../../functions/sample/larger/partOfSample.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');
/** Khodoriv district clinic and its neighbours. */
const sample = partOfSample(sampleOf(pack), 203, 207);
const { solutions, warehouses, timelines, gifts } = sample;
const facilityId = 'UA-0205';

let engine: TestEngine;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
  await loadSample(engine.env, pack, sample);
});

afterAll(() => engine.stop());

beforeEach(() => repair(database, pack));

/** Changes progress behind the back of the records, as a bug would. */
async function spoil(amounts: Record<string, number>, more: Partial<Contribution> = {}): Promise<void> {
  const row: Contribution = { scope: 'country', row: 'UA-46', month: '2024-10', amounts, ...more };
  await database.transact(progressWrites([row], 0, pack));
}

/** Puts another report beside the facility; which months count stays as it is. */
async function keepLatest(other: LatestReport): Promise<void> {
  const { counted } = (await new Facilities(database).find(facilityId))?.latest ?? {};
  const latest = { ...other, ...(counted && { counted }) };
  await database.transact([latestIs(latest)]);
}

const latestIs = (latest: LatestReport): Write => ({
  table: 'facilities',
  kind: 'update',
  key: { facilityId },
  update: 'SET #latest = :latest',
  names: { '#latest': 'latest' },
  values: { ':latest': latest },
});

const found = async () => sentencesOf(await checkProgress(database, pack)).toSorted();

test('progress that equals its records has no differences', async () => {
  const check = await checkProgress(database, pack);

  expect(sentencesOf(check)).toEqual([]);
  expect(check.records).toEqual({
    facilities: timelines.length,
    reports: timelines.flatMap((timeline) => replayed(timeline, pack).reports).length,
    solutions: solutions.length,
    warehouses: warehouses.length,
    'training sessions': 0,
    'trace links': 1,
    releases: 24,
    targets: sample.plan.targets.length,
    milestones: sample.plan.milestones.length,
    donors: 4,
    donations: gifts.length,
    consignments: timelines.flatMap((timeline) => replayed(timeline, pack).consignments).length,
    accounts: 0,
  });
  expect(check.rows).toBeGreaterThan(10);
});

test('an amount too high and one too low are each said in a sentence', async () => {
  await spoil({ teleconsultations: 2, reportsReceived: -1 });

  expect(await found()).toEqual([
    'UA-46 in 2024-10: reportsReceived is 1 too low.',
    'UA-46 in 2024-10: teleconsultations is 2 too high.',
  ]);
});

test('a row that no record has is a difference too, in whatever scope and of the nation as well', async () => {
  await spoil({ teleconsultations: 5 }, { row: 'UA-51', month: '2023-01' });
  await spoil({ facilitiesLive: -1 }, { row: 'UA', scope: 'donor:a#b', month: '2023-01' });

  expect(await found()).toEqual([
    'UA in 2023-01 of donor:a#b: facilitiesLive is 1 too low.',
    'UA-51 in 2023-01: teleconsultations is 5 too high.',
  ]);
});

test('a facility that keeps an old report as its latest is found', async () => {
  await keepLatest({ month: '2024-08', status: 'submitted', teleconsultations: 1 });

  expect(await found()).toEqual([
    expect.stringMatching(/^UA-0205 keeps 2024-08 \(submitted, 1 teleconsultations\) as its latest report;/),
  ]);
});

test('a facility that does not know which of its months count is found, and what follows from that', async () => {
  const { latest } = (await new Facilities(database).find(facilityId)) ?? {};
  const { counted: _, ...others } = latest ?? { month: '2024-10', status: 'approved', teleconsultations: 2 };
  await database.transact([latestIs(others)]);

  expect(await found()).toEqual([
    expect.stringMatching(/^UA-0205 keeps 2024-10 /),
    expect.stringMatching(/^UA-46 in 2024-\d\d: facilitiesLiveConfirmed is 1 too high/),
    expect.stringMatching(/^UA-46 in 2024-\d\d: facilitiesLiveNeverReported is 1 too low/),
    expect.stringMatching(/^UA-46 in 202\d-\d\d: facilitiesLiveConfirmed is 1 too low/),
  ]);
});

test('repair brings back what the records say, and then there is nothing left to repair', async () => {
  const before = await new Facilities(database).find(facilityId);
  await spoil({ teleconsultations: 7 });
  await spoil({ facilitiesLive: -3 }, { month: '2024-01' });
  await spoil({ reportsReceived: 1 }, { scope: 'donor:x', row: 'UA' });
  await keepLatest({ month: '2024-08', status: 'submitted', teleconsultations: 1 });

  const { mended, left } = await repair(database, pack);

  expect(mended).toBe(4);
  expect(sentencesOf(left)).toEqual([]);
  expect(await found()).toEqual([]);
  expect(await new Facilities(database).find(facilityId)).toEqual(before);
});

test('a figure that the catalogue does not know is named, and hides nothing else of its row', async () => {
  const row = { scope: 'country#2024', monthRegion: '2024-10#UA-46' };
  const add = (update: string) => ({ table: 'progress', kind: 'update', key: row, update }) as const;
  await database.transact([{ ...add('ADD zz :five'), values: { ':five': 5 } }]);

  expect(await found()).toEqual([
    'country#2024 2024-10#UA-46 in progress cannot be read: "zz" is no figure.',
  ]);

  await database.transact([add('REMOVE zz')]);
  expect(await found()).toEqual([]);
});

test('a record meets one shard of its rows, and shards add up to what a single row would hold', async () => {
  const sharded = { ...pack, progressShards: 16 };
  const other = await startEngine();
  const own = new Database(other.env);
  await loadSample(other.env, sharded, sample);

  expect(sentencesOf(await checkProgress(own, sharded))).toEqual([]);
  const row = {
    scope: 'country',
    row: 'UA-46',
    month: '2024-10',
    amounts: { teleconsultations: 2 },
  } as const;
  await own.transact(progressWrites([row], shardOf(facilityId, sharded), sharded));
  expect(sentencesOf(await checkProgress(own, sharded))).toEqual([
    'UA-46 in 2024-10: teleconsultations is 2 too high.',
  ]);
  expect((await repair(own, sharded)).mended).toBe(1);
  await other.stop();
});

const run = promisify(execFile);
const commandLine = (...args: string[]) =>
  run(process.execPath, ['functions/rebuild.ts', ...args], {
    env: { ...process.env, ...engine.env, COUNTRY: 'UA' },
  });

test('the command says that all is well, and how much that is', async () => {
  const { stdout } = await commandLine('--check');

  expect(stdout).toMatch(
    /^progress equals its records: 4 facilities, \d+ reports, 9 solutions, 3 warehouses, 4 donors, 7 donations, 8 consignments, 24 releases, 3 targets, 3 milestones, 0 training sessions, 1 trace links, 0 accounts, \d+ rows\n$/,
  );
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

test('a folder of before equipment was followed by type and solution is counted by its records', async () => {
  const progress = new Progress(database, pack);
  const kinds = ['equipment:', 'type:', 'solution:', 'repairs:'];
  const before = await progress.ofScope('equipment:all', '2024-12-03');
  expect(before.length).toBeGreaterThan(0);
  for await (const { key } of progress.all(() => undefined))
    if (kinds.some((kind) => key.scope.startsWith(kind)))
      await database.transact([{ table: 'progress', kind: 'delete', key: { ...key } }]);
  expect(await progress.ofScope('equipment:all', '2024-12-03')).toEqual([]);

  const { mended, left } = await upgrade(database, pack);

  expect(mended).toBeGreaterThan(0);
  expect(sentencesOf(left)).toEqual([]);
  const amounts = (rows: typeof before) =>
    rows.map(({ row, month, amounts }) => [row, month, withoutZeros(amounts)]);
  expect(amounts(await progress.ofScope('equipment:all', '2024-12-03'))).toEqual(amounts(before));
});
