import { beforeEach, expect, test } from 'vitest';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import type { Item } from '../../../functions/store/write.ts';
import { tables, type TableKeys, type TableName } from '../../../functions/store/tables.ts';
import { admin, command, complete, inCountry, manager, pack, warehouse } from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

/** Rows as no release wrote them, in every index that lists read. */
const garbage: [TableName, Item][] = [
  ['facilities', { facilityId: 'UA-9001', region: 'UA-46', sortName: 'a#UA-9001', stages: 'none' }],
  ['facilities', { facilityId: 'UA-9002', region: 'UA-46', sortName: 'zz#UA-9002' }],
  [
    'monthlyReports',
    {
      facilityId: 'UA-9001',
      month: '2024-11',
      regionMonth: 'UA-46#2024-11',
      awaitingIn: 'UA-46',
      submittedAt: '2024-12-01T08:00:00Z',
    },
  ],
  ['solutions', { country: 'UA', solutionId: 'broken' }],
  ['progress', { scope: 'country#2024', monthRegion: '2024-13#UA-46', v: 1 }],
  ['progress', { scope: 'country#2024', monthRegion: '2024-10#UA-99', tc: 3, v: 1 }],
  ['progress', { scope: 'country#2024', monthRegion: '2024-10#UA-46', tc: 'many', v: 1 }],
  ['progress', { scope: 'country#2023', monthRegion: '2024-10#UA-46', tc: 3, v: 1 }],
  ['progress', { scope: 'country#2024', monthRegion: '2024-10#UA-51', tc: 0.5, v: 1 }],
  ['warehouses', { warehouseId: 'UA-W91', region: 'UA-46', keeper: '' }],
  ['donors', { country: 'UA', donorId: 'broken' }],
  ['donations', { country: 'UA', donationId: 'broken', donorId: 'donor-1', pledgedOn: '2024-01-01' }],
  [
    'consignments',
    { consignmentId: 'broken', donationId: 'aid', region: 'UA-46', standing: 'lost#2024-01-01' },
  ],
  ['targets', { country: 'UA', figure: 'teleconsultations', lines: 'many', version: 1 }],
  ['milestones', { country: 'UA', milestoneId: 'broken', on: 'soon' }],
  [
    'trainingSessions',
    { sessionId: 'session-broken', row: 'UA-46', month: '2024-11', day: '2024-11-05', lines: 'none' },
  ],
  ['releases', { country: 'UA', monthVersion: '2023-05.001', month: '2023-05' }],
  ['accounts', { accountId: 'someone', role: 'manager', regions: 'everything' }],
];

beforeEach(async () => {
  await here.database.transact(garbage.map(([table, item]) => ({ table, kind: 'put', item })));
});

test('what cannot be read hides nothing else, neither in lists nor in progress', async () => {
  const { clinic } = here;
  await ask(clinic.head, 'POST', clinic.november('/submission'), command(0, { figures: complete }));

  const list = await ask(manager, 'GET', '/facilities?region=UA-46');
  const queue = await ask(manager, 'GET', '/reviews');
  const month = await ask(manager, 'GET', '/reports?region=UA-46&month=2024-11');
  const cube = await ask(manager, 'GET', '/progress');
  await ask(admin, 'POST', '/warehouses', command(0, warehouse('UA-W01')));
  const warehouses = await ask(manager, 'GET', '/warehouses');
  const summary = await ask(manager, 'GET', '/progress/summary?month=2024-11');

  const codes = (rows: object[]) =>
    rows.map((row) => Object(row).facilityId ?? Object(row).facility.facilityId);
  expect(codes(Object(list.body).facilities)).toContain(clinic.facilityId);
  expect(codes(Object(queue.body).waiting)).toContain(clinic.facilityId);
  expect(codes(Object(month.body).rows)).toContain(clinic.facilityId);
  expect(Object(cube.body).figures.teleconsultations.some((amount: number) => amount > 0)).toBe(true);
  expect(summary.status).toBe(200);
  expect((await ask(admin, 'GET', '/facilities/UA-9001')).status).toBe(404);
  expect(Object(warehouses.body).warehouses).toMatchObject([{ warehouseId: 'UA-W01' }]);
  expect((await ask(admin, 'GET', '/warehouses/UA-W91')).status).toBe(404);
  for (const path of [
    '/donors/broken',
    '/donations/broken',
    '/consignments/broken',
    '/training-sessions/session-broken',
  ])
    expect((await ask(manager, 'GET', path)).status, path).toBe(404);
  for (const path of [
    '/plan',
    '/releases',
    '/donors',
    '/donations',
    '/donations?donorId=donor-1',
    '/consignments?region=UA-46',
    '/training-sessions',
  ])
    expect((await ask(manager, 'GET', path)).status, path).toBe(200);
});

test('a check names every row that cannot be read', async () => {
  const sentences = sentencesOf(await checkProgress(here.database, pack));

  for (const [table, item] of garbage) {
    const { partitionKey, sortKey = '' }: TableKeys = tables[table];
    const key = [item[partitionKey], item[sortKey]].filter(Boolean).join(' ');
    expect(sentences).toContainEqual(expect.stringContaining(`${key} in ${table} cannot be read: `));
  }
  for (const sentence of sentences) expect(sentence).not.toContain('\n');
});
