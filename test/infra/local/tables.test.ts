import { afterAll, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../functions/store/database.ts';
import type { Item } from '../../../functions/store/write.ts';
import { createTables } from '../../../infra/local/engine/dynamo.ts';
import { localAws, startEngine } from '../../../infra/local/engine/engine.ts';
import type { TablePlan } from '../../../infra/local/plan/tables.ts';

const engine = await startEngine();
afterAll(() => engine.stop());

let name: string;
let serial = 0;
beforeEach(() => {
  name = `Facilities${(serial += 1)}`;
});

const key = (hash: string, range?: string): TablePlan['KeySchema'] => [
  { AttributeName: hash, KeyType: 'HASH' },
  ...(range ? [{ AttributeName: range, KeyType: 'RANGE' as const }] : []),
];

type Index = NonNullable<TablePlan['GlobalSecondaryIndexes']>[number];
const byRegion = (...carried: string[]): Index => ({
  IndexName: 'byRegion',
  KeySchema: key('region', 'facilityId'),
  Projection:
    carried.length > 0 ? { ProjectionType: 'INCLUDE', NonKeyAttributes: carried } : { ProjectionType: 'ALL' },
});

function plan(hash: string, ...indexes: Index[]): TablePlan {
  const attributes = new Set([
    hash,
    ...indexes.flatMap((index) => index.KeySchema.map((each) => each.AttributeName)),
  ]);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: key(hash),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
  };
}

const open = (...plans: TablePlan[]) => createTables(engine.endpoint, plans);
const database = () =>
  new Database({ ...localAws, AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, FACILITIES_TABLE: name });
const clinic = { facilityId: 'UA-0001', region: 'UA-46', name: 'Clinic', note: 'Snow' };
const save = (item: Item) => database().transact([{ table: 'facilities', kind: 'put', item }]);
const inLviv = (index = 'byRegion') =>
  database().query('facilities', { index, key: 'region', equals: 'UA-46' });

test('a table is made once, and it is told whether there was one', async () => {
  expect(await open(plan('facilityId'))).toEqual({ hadTables: false });
  expect(await open(plan('facilityId'))).toEqual({ hadTables: true });
});

test('a new index finds what was there before it', async () => {
  await open(plan('facilityId'));
  await save(clinic);

  await open(plan('facilityId', byRegion()));

  expect(await inLviv()).toEqual([clinic]);
});

test('an index that is to carry more or less is made anew', async () => {
  await open(plan('facilityId', byRegion('name')));
  await save(clinic);

  await open(plan('facilityId', byRegion('name', 'note')));
  expect(await inLviv()).toEqual([clinic]);

  await open(plan('facilityId', byRegion('note')));
  expect(await inLviv()).toEqual([{ facilityId: 'UA-0001', region: 'UA-46', note: 'Snow' }]);
});

test('an index with other keys is made anew, and others stay', async () => {
  const byName: Index = { ...byRegion(), IndexName: 'byName', KeySchema: key('name') };
  await open(plan('facilityId', byRegion(), byName));
  await save(clinic);

  await open(plan('facilityId', byRegion(), { ...byName, KeySchema: key('region', 'name') }));

  expect(await inLviv('byName')).toEqual([clinic]);
  expect(await inLviv()).toEqual([clinic]);
});

test('what carries the same in another order is the same, and an index that is not wanted goes', async () => {
  await open(plan('facilityId', byRegion('name', 'note')));
  await save(clinic);

  await open(plan('facilityId', byRegion('note', 'name')));
  expect(await inLviv()).toEqual([clinic]);

  await open(plan('facilityId'));
  await expect(inLviv()).rejects.toThrow();
  expect(await database().get([{ table: 'facilities', key: { facilityId: 'UA-0001' } }])).toEqual([clinic]);
});

test('a table with other keys is refused, and nothing of it is touched', async () => {
  await open(plan('facilityId', byRegion()));
  await save(clinic);

  await expect(open(plan('code'))).rejects.toThrow(/with other keys: move the data folder away/);
  expect(await inLviv()).toEqual([clinic]);
});
