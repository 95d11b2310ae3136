import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthsBetween } from '../../../functions/domain/calendar.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { Milestone } from '../../../functions/domain/plan/milestone.ts';
import { cubeOf, ProgressCube, ProgressSums } from '../../../functions/domain/progress.ts';
import { differences } from '../../../functions/domain/release/differences.ts';
import { frozenCube } from '../../../functions/domain/release/frozen.ts';
import { OpenReport, type Release } from '../../../functions/domain/release/release.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { firstMonth, lastMonth, sampleToday } from '../../../functions/sample/publishedFigures.ts';
import { Database } from '../../../functions/store/database.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { openReports } from '../../../functions/store/release/openReports.ts';
import { Releases } from '../../../functions/store/release/releases.ts';
import { copySample } from '../../support/sampleDatabase.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-releases-'));
let engine: TestEngine;
let database: Database;
let made: Release[];

beforeAll(async () => {
  const file = join(folder, 'dynamodb.db');
  await copySample(file);
  engine = await startEngine(file);
  database = new Database(engine.env);
  made = await new Releases(database, pack).all();
});

afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const cubeOfRelease = async (release: Release) =>
  ProgressCube.parse(await new Releases(database, pack).content(release, 'country'));
const today = async () => {
  const rows = await new Progress(database, pack).ofScope('country', sampleToday);
  return cubeOf(rows, regionCodes(pack));
};
const newest = () => {
  const [release] = made;
  if (!release) throw new Error('The sample has releases.');
  return release;
};

test('each month has a release, the newest first', () => {
  expect(made.map(({ month }) => month)).toEqual(monthsBetween(firstMonth, lastMonth).toReversed());
  expect(made.every(({ version }) => version === 1)).toBe(true);
});

test('the newest is what there is, and lists the reports that are open', async () => {
  const release = newest();
  const open = z.array(OpenReport).parse(await new Releases(database, pack).content(release, 'open'));
  const keyOf = ({ facilityId, month, standing }: OpenReport) => `${facilityId} ${month} ${standing}`;

  expect(await cubeOfRelease(release)).toEqual(frozenCube(await today(), lastMonth, pack));
  expect(open.map(keyOf).toSorted()).toEqual(
    (await openReports(database, pack, lastMonth)).map(keyOf).toSorted(),
  );
  const corrections = open.filter((one) => one.month === lastMonth && one.standing === 'correcting').length;
  expect(open.length).toBe(release.open.ofMonth + release.open.before + corrections);
  expect(release.open.ofMonth).toBeGreaterThan(100);
});

test('figures of some older ones have been corrected since', async () => {
  const corrected: string[] = [];
  for (const release of made) {
    const now = frozenCube(await today(), release.month, pack);
    const found = differences(await cubeOfRelease(release), now);
    if (found.some(({ figure }) => figure === 'teleconsultations')) corrected.push(release.month);
  }

  expect(corrected.length).toBeGreaterThan(3);
  expect(corrected).not.toContain(lastMonth);
});

test('the release of November 2024 has the published figures to the last digit', async () => {
  const sums = new ProgressSums(await cubeOfRelease(newest()), pack);
  const published = {
    facilitiesLive: 328,
    teleconsultations: 8893,
    'facilitiesWith.pregnancyMonitoring': 182,
    'facilitiesWith.selfExamination': 30,
    'facilitiesWith.aiCt': 5,
    'facilitiesWith.virtualOperatingRoom': 2,
    workersTrained: 1259,
    trainingSessions: 1031,
    aidReceivedUsd: 400_000_000,
    solutionsOperating: 6,
    solutionsPreparing: 3,
  };
  const stated = Object.keys(published).map((name) => [name, sums.value(name, lastMonth)] as const);

  expect(Object.fromEntries(stated)).toEqual(published);
  expect(sums.value('facilitiesWith.arNeurorehabilitation', lastMonth)).toBeGreaterThan(0);

  const milestones = await new Releases(database, pack).content(newest(), 'milestones');
  const dated = z
    .array(Milestone)
    .parse(milestones)
    .map(({ on, count, of }) => [on, count, of]);
  expect(dated).toEqual([
    ['2023', undefined, undefined],
    ['2023-08', undefined, undefined],
    ['2024', 31, 41],
  ]);
});
