import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database } from '../../../functions/store/database.ts';
import { Progress, progressKey, progressWrites } from '../../../functions/store/progress.ts';
import { testPack } from '../../support/builders.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';
import { wireTo, type Wire } from '../../support/wire.ts';

let engine: TestEngine;
let wire: Wire;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  wire = await wireTo(engine.endpoint);
  database = new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint });
});
afterAll(async () => {
  await wire.stop();
  await engine.stop();
});

const at = (month: string, row = 'UA-46', scope: 'country' | 'donor:x' = 'country') => ({
  scope,
  row,
  month,
});
const write = (months: string[], row?: string, scope?: 'donor:x') =>
  database.transact(
    progressWrites(
      months.map((month) => ({ ...at(month, row, scope), amounts: { staff: 1 } })),
      0,
      testPack,
    ),
  );
const monthsOf = async (today: string, scope: 'country' | 'donor:x' = 'country') =>
  (await new Progress(database, testPack).ofScope(scope, today)).map(({ month }) => month);

test('a scope is read from the programme’s first month to the one after today’s, whatever else is stored', async () => {
  await write(['2021-12', '2022-01', '2024-11', '2024-12', '2025-01', '2025-02', '2030-01']);

  expect(await monthsOf('2024-12-03')).toEqual(['2022-01', '2024-11', '2024-12', '2025-01']);
  expect(await monthsOf('2024-11-30')).toEqual(['2022-01', '2024-11', '2024-12']);
  expect(await monthsOf('2022-01-01')).toEqual(['2022-01']);
});

test('scopes do not mix, and one without rows is empty', async () => {
  await write(['2024-03', '2023-03'], 'UA', 'donor:x');

  expect(await monthsOf('2024-12-03', 'donor:x')).toEqual(['2023-03', '2024-03']);
  expect(await monthsOf('2022-12-03', 'donor:x')).toEqual([]);
});

test('ten years cost one request a year', async () => {
  wire.counted();
  await monthsOf('2031-06-01');

  expect(wire.counted()).toEqual({ Query: 10 });
});

test('all of a donor’s years cost one request', async () => {
  wire.counted();
  await monthsOf('2031-06-01', 'donor:x');

  expect(wire.counted()).toEqual({ Query: 1 });
});

test('a row is a region of the country or the nation’s own; anything else is a bug', () => {
  expect(progressKey(at('2024-11', 'UA'), 0, testPack)).toEqual({
    scope: 'country#2024',
    monthRegion: '2024-11#UA',
  });
  expect(progressKey(at('2024-11', 'UA-46', 'donor:x'), 3, testPack)).toEqual({
    scope: 'donor:x#all',
    monthRegion: '2024-11#UA-46#3',
  });
  for (const row of ['UA-99', 'PL', 'PL-02', '', '__proto__'])
    expect(() => progressKey(at('2024-11', row), 0, testPack)).toThrow(`There is no row ${row}`);
});

test('a figure that the catalogue does not know cannot be written', () => {
  const unknown = { ...at('2024-11'), amounts: { visits: 1 } };

  expect(() => progressWrites([unknown], 0, testPack)).toThrow(
    'There is no figure "visits" in the catalogue.',
  );
});
