import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cubeOf, ProgressSums, summaryOf } from '../../../functions/domain/progress.ts';
import { monthOf } from '../../../functions/domain/calendar.ts';
import { dueGaps } from '../../../functions/domain/facility/readiness.ts';
import { capabilityFigure } from '../../../functions/domain/solution/solutionFigures.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { loadSample } from '../../../functions/sample/load.ts';
import { partOfSample } from '../../../functions/sample/larger/partOfSample.ts';
import { sampleOf, sampleToday } from '../../../functions/sample/sample.ts';
import { replayed } from '../../../functions/sample/timeline.ts';
import type { Consignment } from '../../../functions/domain/equipment/consignment.ts';
import { placesOf } from '../../../functions/sample/equipment/aid.ts';
import { unitsAfter } from '../../../functions/sample/equipment/unitsEvent.ts';
import { Consignments } from '../../../functions/store/equipment/consignments.ts';
import { Donations } from '../../../functions/store/equipment/donations.ts';
import { Accounts } from '../../../functions/store/people/accounts.ts';
import { Database } from '../../../functions/store/database.ts';
import { listFacilities } from '../../../functions/store/facility/facilityList.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { History } from '../../../functions/store/history.ts';
import { MonthlyReports } from '../../../functions/store/report/monthlyReports.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { Warehouses } from '../../../functions/store/warehouses.ts';
import { copySample } from '../../support/sampleDatabase.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');
const sample = sampleOf(pack);
const states = sample.timelines.map((timeline) => replayed(timeline, pack));
const profiles = states.flatMap(({ facility }) => (facility ? { profile: facility } : []));
const planned = [...states.flatMap(({ consignments }) => consignments), ...sample.movedOn.planned];
const made = unitsAfter({ planned, events: sample.movedOn.events }, placesOf(profiles));

let engine: TestEngine;
let database: Database;

const folder = mkdtempSync(join(tmpdir(), 'telemedicine-sample-'));

beforeAll(async () => {
  const file = join(folder, 'dynamodb.db');
  await copySample(file);
  engine = await startEngine(file);
  database = new Database(engine.env);
});

afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const progressRows = () => new Progress(database, pack).ofScope('country', sampleToday);

async function summary() {
  const cube = cubeOf(await progressRows(), regionCodes(pack));
  return summaryOf(new ProgressSums(cube, pack), '2024-11').figures;
}

test('the sample gives the published totals', async () => {
  const figures = await summary();

  expect(figures).toMatchObject({
    facilitiesLive: 328,
    'approved.teleconsultations': 8893,
    aidReceivedUsd: 400_000_000,
    'facilitiesWith.pregnancyMonitoring': 182,
    'facilitiesWith.selfExamination': 30,
    'facilitiesWith.aiCt': 5,
    'facilitiesWith.virtualOperatingRoom': 2,
    solutionsOperating: 6,
    solutionsPreparing: 3,
    trainingSessions: 1031,
    workersTrained: 1259,
  });
});

test('equipment is stored as the rules alone make it, whatever way it went', async () => {
  const stored = await new Consignments(database).these([...made.keys()]);

  const byId = (all: Consignment[]) => all.toSorted((a, b) => (a.consignmentId < b.consignmentId ? -1 : 1));
  expect(byId(stored)).toEqual(byId([...made.values()]));
});

test('every capability’s list, and that of gaps that are due, is as long as its figure says', async () => {
  const regions = regionCodes(pack);
  const sums = new ProgressSums(cubeOf(await progressRows(), regions), pack);
  const figures = pack.capabilities.map(({ code }) => capabilityFigure('facilitiesWith', code));
  const facilities = states.flatMap(({ facility }) => facility ?? []);
  const due = (day: string) => facilities.filter((one) => dueGaps(one, day).length > 0);

  for (const [index, { code }] of pack.capabilities.entries())
    expect([code, await listed({ capability: code })]).toEqual([
      code,
      sums.value(figures[index] ?? '', monthOf(sampleToday)),
    ]);
  expect(await listed({ capability: 'pregnancyMonitoring' })).toBeGreaterThan(100);
  expect(await listed({ concern: 'readinessGap' })).toBe(due(sampleToday).length);
  expect(sums.value('facilitiesReadinessGap', '2024-11')).toBe(due('2024-11-30').length);
  expect(due('2024-11-30').length).toBeGreaterThan(5);
});

/** How many facilities are in the whole list, page by page. */
async function listed(wanted: Partial<Parameters<typeof listFacilities>[2]>, page?: string): Promise<number> {
  const on = { today: sampleToday, pack };
  const asked = { ...wanted, ...(page && { page }) };
  const { facilities, next } = await listFacilities(database, regionCodes(pack), asked, on);
  return facilities.length + (next ? await listed(wanted, next) : 0);
}

test('a donor’s own progress is that of her donations', async () => {
  const cube = cubeOf(
    await new Progress(database, pack).ofScope('donor:sample', sampleToday),
    regionCodes(pack),
  );
  const sums = new ProgressSums(cube, pack);
  const received = sums.value('aidReceivedUsd', '2024-11');
  const own = sample.gifts.filter(({ pledge }) => pledge.donorId === 'sample');
  const stored = await new Donations(database, pack).ofDonor('sample');
  const pledged = stored.flatMap(({ lines }) => lines).reduce((sum, { usdCents }) => sum + usdCents, 0);

  expect(stored.map(({ donationId }) => donationId)).toEqual(own.map(({ pledge }) => pledge.donationId));
  expect(sums.value('aidPledgedUsd', '2024-11')).toBe(pledged);
  expect(received).toBeGreaterThan(100_000_000);
  expect(received).toBeLessThan(400_000_000);
});

test('progress equals its records', async () => {
  const check = await checkProgress(database, pack);

  expect(sentencesOf(check)).toEqual([]);
  expect(check.records).toEqual({
    facilities: sample.timelines.length,
    reports: states.flatMap(({ reports }) => reports).length,
    solutions: 9,
    warehouses: 3,
    donors: 4,
    donations: 7,
    consignments: made.size,
    accounts: sample.accounts.length,
    'training sessions': sample.training.length,
    'trace links': 1,
    releases: 24,
    targets: 3,
    milestones: 3,
  });
});

test('what is stored is what the rules alone make of the timeline', async () => {
  for (const timeline of sample.timelines.slice(200, 210)) {
    const { facility, reports } = replayed(timeline, pack);
    const stored = await new Facilities(database).find(timeline.facilityId);

    expect({ ...stored, latest: undefined }).toEqual({ ...facility, latest: undefined });
    expect(await new MonthlyReports(database).ofFacility(timeline.facilityId)).toEqual(
      reports.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    );
  }
});

test('loading again changes nothing', async () => {
  const before = await progressRows();
  await loadSample(engine.env, pack, sample);
  await loadSample(engine.env, pack, { ...sample, accounts: [] });

  expect(await progressRows()).toEqual(before);
});

describe('a country of more facilities', () => {
  const part = partOfSample(sample, 203, 207);
  const facilities = 10;
  let other: TestEngine;
  let larger: Database;

  beforeAll(async () => {
    other = await startEngine();
    larger = new Database(other.env);
  });
  afterAll(() => other.stop());

  test('is loaded to its end after it was interrupted, with copies of the sample’s', async () => {
    const heard: number[] = [];
    const interrupt = (share: number) => {
      heard.push(share);
      if (share > 0.7) throw new Error('interrupted');
    };
    await expect(loadSample(other.env, pack, part, { facilities, onProgress: interrupt })).rejects.toThrow(
      'interrupted',
    );
    await loadSample(other.env, pack, part, { facilities });
    const check = await checkProgress(larger, pack);

    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(sentencesOf(check)).toEqual([]);
    expect(check.records).toMatchObject({ facilities, donors: 4, warehouses: 3, donations: 3 * 7 });
  });

  test('has reports and equipment of its own at each copy', async () => {
    const [own, copy] = await new Facilities(larger).these(['UA-0205', 'UA-0209']);
    const reports = (id: string) => new MonthlyReports(larger).ofFacility(id);
    const months = (all: Awaited<ReturnType<typeof reports>>) =>
      all.map(({ month, status, figures }) => ({ month, status, figures }));
    const at = (id: string) => new Consignments(larger).everAt(id);

    expect(copy?.names).toEqual({ en: `${own?.names.en} 2`, uk: `${own?.names.uk} 2` });
    expect(copy?.stages.length).toBe(own?.stages.length);
    expect(months(await reports('UA-0209'))).toEqual(months(await reports('UA-0205')));
    expect((await at('UA-0209')).map(({ units }) => units)).toEqual(
      (await at('UA-0205')).map(({ units }) => units),
    );
  });
});

test('the warehouses are registered by the administrator', async () => {
  const stored = await new Warehouses(database).inRegions(regionCodes(pack), pack);
  const [line] = await new History(database).of('warehouse#UA-W01', true);

  expect(stored.map(({ names, region }) => [names.en, region])).toEqual([
    ['Dnipro hub for the east', 'UA-12'],
    ['National medical warehouse', 'UA-30'],
    ['Lviv regional warehouse', 'UA-46'],
  ]);
  expect(line).toMatchObject({ action: 'register', by: { name: 'Iryna Shevchuk' } });
});

test('the accounts of the demonstration can be found', async () => {
  const accounts = new Accounts(database);

  for (const account of sample.accounts)
    expect(await accounts.find(account.accountId)).toEqual({ version: 1, ...account });
});
