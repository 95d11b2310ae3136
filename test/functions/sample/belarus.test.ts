import { afterAll, beforeAll, expect, test } from 'vitest';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { cubeOf, ProgressSums, summaryOf } from '../../../functions/domain/progress.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { loadSample } from '../../../functions/sample/load.ts';
import { sampleOf, sampleToday } from '../../../functions/sample/sample.ts';
import { Database } from '../../../functions/store/database.ts';
import { Donations } from '../../../functions/store/equipment/donations.ts';
import { Donors } from '../../../functions/store/equipment/donors.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { PublicReleases } from '../../../functions/store/release/publicReleases.ts';
import { Releases } from '../../../functions/store/release/releases.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('BY');
let engine: TestEngine;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
  await loadSample(engine.env, pack, sampleOf(pack));
});

afterAll(() => engine.stop());

async function figuresIn(month: string) {
  const rows = await new Progress(database, pack).ofScope('country', sampleToday);
  return summaryOf(new ProgressSums(cubeOf(rows, regionCodes(pack)), pack), month).figures;
}

test('it is the same each time', () => {
  expect(sampleOf(pack)).toEqual(sampleOf(pack));
});

test('the clinic serves 25,000 residents, each counted once, since it was computerised in 2018', async () => {
  const clinic = await new Facilities(database).find('BY-0001');

  expect(clinic?.population).toBe(25_000);
  expect(clinic?.stages.find(({ stage }) => stage === 'live')?.date).toMatch(/^2018-/);
  for (const month of ['2018-03', '2021-07', '2024-11'])
    expect(await figuresIn(month)).toMatchObject({ 'approved.residentsServed': 25_000 });
});

test('its ambulance stations, the district hospital and the specialists of three cities are linked to it', async () => {
  const { links = [] } = (await new Facilities(database).find('BY-0001')) ?? {};
  const settlements = async (kind: string) => {
    const ids = links.filter((link) => link.kind === kind).map(({ facilityId }) => facilityId);
    const linked = await Promise.all(ids.map((facilityId) => new Facilities(database).find(facilityId)));
    return linked.map((facility) => [facility?.type, facility?.settlement.en]);
  };

  expect(await settlements('givesConsultations')).toEqual([
    ['cityHospital', 'Baranavichy'],
    ['regionalHospital', 'Brest'],
    ['republicanCentre', 'Minsk'],
  ]);
  expect(await settlements('sharesRecords')).toEqual([['districtHospital', 'Liachavičy']]);
  expect((await settlements('ambulanceStation')).map(([type]) => type)).toEqual(
    Array(4).fill('ambulanceStation'),
  );
});

test('the project is a donation of the European Union, with who carried it out and the ministry beside it', async () => {
  const donation = await new Donations(database, pack).find('local-development-2014');
  const donors = await new Donors(database, pack).all();

  expect(donation).toMatchObject({
    title: 'Support to Local Development in the Republic of Belarus',
    donorId: 'european-union',
    agreedOn: '2014-02-15',
    endsOn: '2018-07-07',
    organisations: [
      { role: 'implementing', name: 'United Nations Development Programme' },
      { role: 'counterpart', name: 'Ministry of Economy of the Republic of Belarus' },
    ],
  });
  expect(donors.map(({ names }) => names.en)).toEqual(['European Union']);
});

test('records and prescriptions are solutions that operate, whose use shows each month, and so do visits saved', async () => {
  const figures = await figuresIn('2024-10');

  expect(figures).toMatchObject({
    facilitiesLive: 9,
    trainingSessions: 1,
    workersTrained: 54,
    solutionsOperating: 2,
    'facilitiesWith.electronicMedicalRecords': 6,
    'facilitiesUsing.electronicMedicalRecords': 6,
    'facilitiesWith.remotePrescribing': 1,
    'facilitiesUsing.remotePrescribing': 1,
  });
  for (const name of ['electronicRecords', 'remotePrescriptions', 'visitsSaved', 'teleconsultations'])
    expect([name, figures[`approved.${name}`]]).toEqual([
      name,
      expect.toSatisfy((value: number) => value > 0),
    ]);
});

test('progress is what the records are the sum of', async () => {
  expect(sentencesOf(await checkProgress(database, pack))).toEqual([]);
});

test('every month has its release', async () => {
  const made = await new Releases(database, pack).all();

  expect(made).toHaveLength(81);
  expect(made.map(({ month }) => month)).toEqual(expect.arrayContaining(['2018-03', '2024-11']));
});

test('the newest release tells everybody of the 25,000 residents, of visits saved and of most reports', async () => {
  const [newest] = await new PublicReleases(database, pack).all();
  const { cube } = await new PublicReleases(database, pack).find(newest?.releaseId ?? '');
  const sums = new ProgressSums(cube, pack);

  expect(newest?.open).toMatchObject({ ofMonth: 2, expected: 9 });
  expect(sums.value('residentsServed', '2024-11')).toBe(25_000);
  expect(sums.value('visitsSaved', '2024-11')).toBeGreaterThan(31_000);
});
