import { afterAll, beforeAll, expect, test } from 'vitest';
import { cubeOf, summaryOf } from '../../../functions/domain/progress.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { checkProgress } from '../../../functions/rebuild.ts';
import { loadSample } from '../../../functions/sample/load.ts';
import { sampleOf } from '../../../functions/sample/sample.ts';
import { replayed, type Story } from '../../../functions/sample/story.ts';
import { Accounts } from '../../../functions/store/accounts.ts';
import { Database } from '../../../functions/store/database.ts';
import { Facilities } from '../../../functions/store/facilities.ts';
import { MonthlyReports } from '../../../functions/store/monthlyReports.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');
const sample = sampleOf(pack);

let engine: TestEngine;
let database: Database;

/** The first half of what happened at each facility, as an interrupted load leaves it. */
const interrupted = sample.stories.map(({ facilityId, events }, index): Story => {
  const told = [0, 0.5, 1][index % 3] ?? 0;
  return { facilityId, events: events.slice(0, Math.round(events.length * told)) };
});

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
  await loadSample(engine.env, pack, { stories: interrupted, accounts: [] });
  await loadSample(engine.env, pack, sample);
});

afterAll(() => engine.stop());

async function summary() {
  const cube = cubeOf(
    await new Progress(database).ofCountry(pack),
    pack.regions.map(({ code }) => code),
  );
  return summaryOf(cube, '2024-11', pack.indicators).figures;
}

test('a load that was interrupted and done again gives the published totals', async () => {
  const figures = await summary();

  expect(figures['facilitiesLive']).toBe(328);
  expect(figures['teleconsultations']).toBe(8893);
});

test('progress equals its records', async () => {
  const { facilities, reports, differences } = await checkProgress(database, pack);

  expect(differences).toEqual([]);
  expect(facilities).toBe(sample.stories.length);
  expect(reports).toBe(sample.stories.flatMap((story) => replayed(story, pack).reports).length);
});

test('what is stored is what the rules alone make of the story', async () => {
  for (const story of sample.stories.slice(200, 210)) {
    const { facility, reports } = replayed(story, pack);
    const stored = await new Facilities(database).find(story.facilityId);

    expect({ ...stored, latest: undefined }).toEqual({ ...facility, latest: undefined });
    expect(await new MonthlyReports(database).ofFacility(story.facilityId)).toEqual(
      reports.toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    );
  }
});

test('loading again changes nothing', async () => {
  const before = await new Progress(database).ofCountry(pack);
  await loadSample(engine.env, pack, sample);
  await loadSample(engine.env, pack, { stories: sample.stories.slice(0, 20), accounts: [] });

  expect(await new Progress(database).ofCountry(pack)).toEqual(before);
});

test('the accounts of the demonstration can be found', async () => {
  const accounts = new Accounts(database);

  for (const account of sample.accounts) expect(await accounts.find(account.accountId)).toEqual(account);
});
