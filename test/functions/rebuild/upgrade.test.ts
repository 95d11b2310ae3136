import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cubeOf, ProgressSums, summaryOf } from '../../../functions/domain/progress.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { plainText } from '../../../functions/domain/plainText.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import { upgrade } from '../../../functions/rebuild/repair.ts';
import { Accounts } from '../../../functions/store/people/accounts.ts';
import { Database } from '../../../functions/store/database.ts';
import type { Item } from '../../../functions/store/write.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { History } from '../../../functions/store/history.ts';
import { MonthlyReports, reportSubject } from '../../../functions/store/report/monthlyReports.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { tables, type TableName } from '../../../functions/store/tables.ts';
import { complete, consultations } from '../../support/country.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const pack = packFor('UA');

/** A small country, item by item as release 0.1 wrote it. */
const facility = {
  facilityId: 'UA-0001',
  names: { en: 'Khodoriv district clinic', uk: 'Ходорів районна клініка' },
  type: 'regionalHospital',
  region: 'UA-46',
  settlement: { en: 'Khodoriv' },
  connectivity: 'mobile',
  power: 'unreliable',
  hubs: ['UA-0001', 'UA-9999'],
  version: 6,
  stages: ['planned', 'connected', 'equipped', 'trained', 'live', 'suspended'].map((stage, index) => ({
    stage,
    date: index === 0 ? '1999-12-31' : `2024-0${index}-08`,
    by: 'administrator',
  })),
  latest: { month: '2024-04', status: 'submitted', teleconsultations: consultations },
  sortName: 'khodoriv district clinic#UA-0001',
};
const report = (month: string, more: object = {}) => ({
  facilityId: 'UA-0001',
  month,
  region: 'UA-46',
  version: 1,
  revision: 1,
  status: 'submitted',
  figures: complete,
  note: ' \u200b ',
  submittedOn: '2024-05-03',
  submittedAt: '2024-05-03T08:00:00.000Z',
  onTime: true,
  awaitingIn: 'UA-46',
  regionMonth: `UA-46#${month}`,
  ...more,
});
const entry = {
  subject: 'report#UA-0001#2024-04',
  idempotencyKey: 'submit-2024-04',
  version: 1,
  at: '2024-05-03T08:00:00.000Z',
  by: { accountId: 'head', name: 'Head' },
  action: 'submit',
  digest: 'x',
  after: { facilityId: 'UA-0001', month: '2024-04', version: 1, figures: complete },
};
const before: [TableName, Item][] = [
  ['facilities', facility],
  ['monthlyReports', report('2024-04')],
  [
    'monthlyReports',
    report('2024-03', { version: 2, status: 'approved', approved: complete, awaitingIn: undefined }),
  ],
  ['history', entry],
  ['progress', { scope: 'UA', monthRegion: '2024-04#UA-46', teleconsultations: 4, reportsReceived: 1 }],
  ['progress', { scope: 'UA', monthRegion: '2024-03#UA-46#3', teleconsultations: 4, reportsReceived: 1 }],
  ['progress', { scope: 'UA', monthRegion: '1999-12#UA-46', facilitiesPlanned: 1 }],
  ['accounts', { accountId: 'whole', name: 'Whole', role: 'manager', note: 'Sees everything.' }],
  ['accounts', { accountId: 'lviv', name: 'Lviv', role: 'manager', regions: ['UA-46'] }],
  ['accounts', { accountId: 'none', name: 'None', role: 'manager', regions: [] }],
  ['accounts', { accountId: 'admin', name: 'Admin', role: 'admin' }],
];

let engine: TestEngine;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
});
afterAll(() => engine.stop());

beforeEach(async () => {
  await database.transact(before.map(([table, item]) => ({ table, kind: 'put', item })));
  await upgrade(database, pack);
});

/** All that is kept, but for how often a row of progress was mended. */
async function everything(): Promise<string[]> {
  const items: string[] = [];
  for (const table of Object.keys(tables).filter((name): name is TableName => name in tables))
    for await (const { v: _, ...item } of database.scan(table)) items.push(plainText([table, item]));
  return items.toSorted();
}

test('managers without regions go on seeing the country, and nobody else sees more than before', async () => {
  const accounts = new Accounts(database);
  const regions = async (id: string) => (await accounts.find(id))?.regions;

  expect(await accounts.find('whole')).toMatchObject({ regions: 'all', note: 'Sees everything.' });
  expect(await regions('lviv')).toEqual(['UA-46']);
  expect(await regions('none')).toEqual([]);
  expect(await regions('admin')).toBeUndefined();
});

test('progress is made from the records in today’s layout, and the former rows are gone', async () => {
  const cube = cubeOf(await new Progress(database, pack).ofScope('country', '2024-12-03'), regionCodes(pack));
  const summary = summaryOf(new ProgressSums(cube, pack), '2024-04').figures;

  expect(summary).toMatchObject({
    teleconsultations: 2 * consultations,
    'approved.teleconsultations': consultations,
    facilitiesLive: 1,
    reportsExpected: 1,
    reportsReceived: 1,
    reportsAwaitingReview: 1,
  });
  for await (const item of database.scan('progress')) expect(item['scope']).not.toBe('UA');
  expect(sentencesOf(await checkProgress(database, pack))).toEqual([]);
});

test('what release 0.1 kept is read as it is', async () => {
  const { sortName: _, hubs, ...kept } = facility;
  const links = hubs.map((facilityId) => ({ kind: 'givesConsultations', facilityId }));

  const latest = { ...kept.latest, counted: [{ from: '2024-03', to: '2024-04' }] };
  expect(await new Facilities(database).find('UA-0001')).toEqual({ ...kept, latest, links });
  expect(await new MonthlyReports(database).ofFacility('UA-0001')).toMatchObject([
    { month: '2024-03', status: 'approved' },
    { month: '2024-04', status: 'submitted', note: ' \u200b ' },
  ]);
  expect(await new History(database).find(entry.subject, entry.idempotencyKey)).toEqual(entry);
  expect(await new History(database).of(reportSubject('UA-0001', '2024-04'), true)).toMatchObject([
    { version: 1, action: 'submit', by: { name: 'Head' } },
  ]);
});

test('doing it again changes nothing', async () => {
  const once = await everything();

  const { mended } = await upgrade(database, pack);

  expect(mended).toBe(0);
  expect(await everything()).toEqual(once);
});

test('an upgrade that was broken off is finished by the next', async () => {
  const whole = await everything();
  class Breaking extends Database {
    #writes = 0;
    override transact(writes: Parameters<Database['transact']>[0]) {
      if ((this.#writes += 1) > 4) throw new Error('the power is gone');
      return super.transact(writes);
    }
  }
  for (const { scope, monthRegion } of await rowsNow())
    await database.transact([{ table: 'progress', kind: 'delete', key: { scope, monthRegion } }]);
  await database.transact(before.map(([table, item]) => ({ table, kind: 'put', item })));

  await expect(upgrade(new Breaking(engine.env), pack)).rejects.toThrow('the power is gone');
  await upgrade(database, pack);

  expect(await everything()).toEqual(whole);
});

async function rowsNow(): Promise<{ scope: string; monthRegion: string }[]> {
  const keys: { scope: string; monthRegion: string }[] = [];
  for await (const { scope, monthRegion } of database.scan('progress'))
    keys.push({ scope: String(scope), monthRegion: String(monthRegion) });
  return keys;
}
