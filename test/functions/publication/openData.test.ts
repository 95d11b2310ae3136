import { Ajv } from 'ajv';
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataPackage } from '../../../functions/domain/release/dataPackage.ts';
import { columns, figuresCsv } from '../../../functions/publication/csv.ts';
import { dataPackageOf } from '../../../functions/publication/dataPackage.ts';
import { filesOf } from '../../../functions/publication/files.ts';
import { newest, pack } from '../../support/publication/publishing.ts';

const origin = 'https://example.org';
const parsed = Papa.parse<Record<string, string>>(figuresCsv(newest, pack), {
  header: true,
  skipEmptyLines: true,
});
const row = (month: string, region: string, figure: string) =>
  parsed.data.filter((one) => one['month'] === month && one['region'] === region && one['figure'] === figure);

test('a release as CSV has one value a row: the country by month, regions by quarter', () => {
  expect(parsed.errors).toEqual([]);
  expect(parsed.meta.fields).toEqual([...columns]);
  expect(row('2024-11', 'UA', 'facilitiesLive')).toEqual([
    {
      month: '2024-11',
      period: 'month',
      region: 'UA',
      region_name: 'Україна',
      figure: 'facilitiesLive',
      value: '28',
      status: 'shown',
    },
  ]);
  expect(row('2024-09', 'UA-46', 'teleconsultations')).toMatchObject([{ period: 'quarter', value: '526' }]);
  expect(row('2024-11', 'UA-46', 'facilitiesLive')).toMatchObject([{ period: 'month', value: '27' }]);
  // What is about people is told by region for whole quarters only.
  expect(row('2024-11', 'UA-46', 'teleconsultations')).toEqual([]);
});

test('what is not shown has no value and says so; a zero is a zero', () => {
  expect(row('2024-09', 'UA-51', 'teleconsultations')).toMatchObject([{ value: '', status: 'notShown' }]);
  expect(row('2024-11', 'UA', 'workersTrained')).toMatchObject([{ value: '', status: 'notShown' }]);
  expect(row('2024-09', 'UA-05', 'facilitiesLive')).toMatchObject([{ value: '0', status: 'shown' }]);
});

test('money is in dollars, as the name of its figure says', () => {
  expect(row('2024-11', 'UA', 'aidReceivedUsd')).toMatchObject([{ value: '123.45' }]);
  const { figures } = dataPackageOf(newest, pack, origin);
  expect(figures.find(({ name }) => name === 'aidReceivedUsd')?.unit).toBe('usd');
});

test('the description of the files is a Data Package by the published schema', () => {
  const schema: object = JSON.parse(readFileSync(join(import.meta.dirname, 'datapackage-2.0.json'), 'utf8'));
  const described = dataPackageOf(newest, pack, origin);
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

  expect(validate(described), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...described, resources: [{ name: 'none' }] })).toBe(false);
  expect(DataPackage.safeParse(described).success).toBe(true);
});

test('it names every column, figure and file that there is, with licence, source, date and version', () => {
  const described = dataPackageOf(newest, pack, origin);
  const [table] = described.resources;
  const valuesOf = (name: string) =>
    table?.schema?.fields.find((field) => field.name === name)?.categories?.map(({ value }) => value) ?? [];

  expect(table?.schema?.fields.map(({ name }) => name)).toEqual([...columns]);
  for (const name of ['period', 'region', 'figure', 'status'] as const)
    for (const one of parsed.data) expect(valuesOf(name)).toContain(one[name]);
  expect(described).toMatchObject({
    version: '2024-11.1',
    created: '2024-12-03T00:00:00Z',
    licenses: [{ name: 'CC-BY-4.0' }],
    sources: [{ title: expect.stringContaining('Ministry of Health of Ukraine') }],
  });
  const files = filesOf(newest, pack, origin).map(({ path }) => path.split('/').at(-1));
  expect(described.resources.map(({ path }) => path)).toEqual(
    files.filter((file) => file !== 'datapackage.json').toReversed(),
  );
});
