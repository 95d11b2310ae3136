import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { be } from '../../../web/messages/be.ts';
import { en } from '../../../web/messages/en.ts';
import { ru } from '../../../web/messages/ru.ts';
import { uk } from '../../../web/messages/uk.ts';
import { columnsIn } from '../../../web/src/lib/import/columns.ts';
import { facilityColumns } from '../../../web/src/lib/import/facilities/facilityColumns.ts';
import { facilitiesIn } from '../../../web/src/lib/import/facilities/facilityRows.ts';
import type { Cell } from '../../../web/src/lib/import/table.ts';
import { ImportRow } from '../../../functions/domain/facility/facilityImport.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { tableOf } from './table.ts';

const pack = packFor('UA');
const columns = facilityColumns(pack);
const good: Record<string, Cell> = {
  facilityId: 'UA-0001',
  'names.uk': 'Клініка',
  type: 'ruralClinic',
  region: 'UA-46',
  'settlement.uk': 'Ходорів',
  connectivity: 'mobile',
  power: 'grid',
};

/** What rows say that have these cells besides the good ones, in a file with these columns. */
function read(...rows: Record<string, Cell>[]) {
  const table = tableOf(good, rows);
  return facilitiesIn(table, columnsIn(table.header, columns), pack);
}

describe('columns are found', () => {
  test('by the names of the template', () => {
    const header = columns.all;

    const { fields, ignored, missing } = columnsIn(header, columns);

    expect([...fields.values()]).toEqual(header);
    expect([ignored, missing]).toEqual([[], []]);
    expect(header).toContain('externalCodes.edrpou');
  });

  test.each(Object.entries({ en, uk, be, ru }))('by the labels of the form in %s', (_, texts) => {
    const name = (of: 'registerName' | 'registerSettlement') =>
      [texts.inUkrainian, texts.inEnglish, texts.inBelarusian, texts.inRussian].map((language) =>
        texts[of].replace('{language}', language),
      );
    const header = [
      texts.registerCode,
      ...name('registerName'),
      ...name('registerSettlement'),
      texts.facilityType,
      texts.region,
      texts.latitude,
      texts.longitude,
      texts.factConnectivity,
      texts.factPower,
      texts.factPopulation,
      texts.populationOn,
      texts.populationSource,
      texts.registerPlannedOn,
    ];

    const { fields, ignored, missing } = columnsIn(
      header.map((label) => ` ${label.toUpperCase()} `),
      columns,
    );

    expect([ignored, missing]).toEqual([[], []]);
    expect(new Set(fields.values()).size).toBe(header.length);
  });

  test('whatever the language of a register’s name; unknown and repeated ones are told', () => {
    const { fields, ignored, missing } = columnsIn(['ЄДРПОУ', 'Назва', 'Phone', 'EDRPOU', ''], columns);

    expect([...fields]).toEqual([
      [0, 'externalCodes.edrpou'],
      [1, 'names.uk'],
    ]);
    expect(ignored).toEqual(['Phone', 'EDRPOU']);
    expect(missing).toEqual(['facilityId', 'type', 'region', 'settlement.uk', 'connectivity', 'power']);
  });
});

describe('a row is read', () => {
  test('with all that it tells, and nothing of what it leaves empty', () => {
    const [full, bare] = read(
      {
        'names.en': 'Clinic',
        lat: '49,41',
        lon: 24.14,
        population: '12 300',
        populationOn: '29.02.2024',
        populationSource: 'Census',
        plannedOn: new Date('2024-03-01'),
        'externalCodes.edrpou': '01997789',
      },
      { facilityId: 'ua-0002' },
    );

    expect(full).toEqual({
      number: 2,
      row: {
        profile: {
          facilityId: 'UA-0001',
          names: { uk: 'Клініка', en: 'Clinic' },
          settlement: { uk: 'Ходорів' },
          type: 'ruralClinic',
          region: 'UA-46',
          connectivity: 'mobile',
          power: 'grid',
          coordinates: { lat: 49.41, lon: 24.14 },
          population: 12_300,
          populationOn: '2024-02-29',
          populationSource: 'Census',
          externalCodes: [{ system: 'edrpou', code: '01997789' }],
        },
        plannedOn: '2024-03-01',
      },
    });
    expect(bare).toMatchObject({ row: { profile: { facilityId: 'UA-0002' } } });
    expect(Object.keys(Object(bare).row.profile)).toHaveLength(7);
    expect(Object(bare).row).not.toHaveProperty('plannedOn');
  });

  test.each(Object.entries({ en, uk, be, ru }))('with the names of its choices in %s', (language, texts) => {
    const named = (entries: typeof pack.regions | typeof pack.facilityTypes, code: string) =>
      Object.entries(entries.find((one) => one.code === code)?.names ?? {}).find(
        ([of]) => of === language,
      )?.[1] ?? null;

    const [read1] = read({
      region: named(pack.regions, 'UA-46'),
      type: named(pack.facilityTypes, 'ruralClinic'),
      connectivity: texts.connectivitySatellite.toUpperCase(),
      power: ` ${texts.powerGridWithBackup} `,
    });

    expect(read1).toMatchObject({
      row: {
        profile: { region: 'UA-46', type: 'ruralClinic', connectivity: 'satellite', power: 'gridWithBackup' },
      },
    });
  });

  test.each([
    ['Львівська область', 'UA-46'],
    ['львівська обл.', 'UA-46'],
    ['Lviv oblast', 'UA-46'],
  ])('with a region as registers write it: %s', (region, code) => {
    expect(read({ region })[0]).toMatchObject({ row: { profile: { region: code } } });
  });

  test.each<[field: string, cell: Cell, value: unknown]>([
    ['population', 12_300, 12_300],
    ['population', '12\u00a0300', 12_300],
    ['population', '1 234\u202f567', 1_234_567],
    ['population', '12300,00', 12_300],
    ['population', '0', 0],
    ['populationOn', 45_351, '2024-02-29'],
    ['populationOn', '2024-02-29T00:00:00', '2024-02-29'],
    ['populationOn', '1.3.2024', '2024-03-01'],
  ])('with %s written as %s', (field, cell, value) => {
    expect(read({ population: 1, [field]: cell })[0]).toMatchObject({ row: { profile: { [field]: value } } });
  });

  test('with formulas as texts, where a text may be', () => {
    expect(read({ 'names.uk': '=SUM(A1:A9)', populationSource: '@cmd', population: 1 })[0]).toMatchObject({
      row: { profile: { names: { uk: '=SUM(A1:A9)' }, populationSource: '@cmd' } },
    });
  });
});

test('whatever is taken is what the API takes', () => {
  const text = fc.string({ unit: 'binary', maxLength: 210 });
  const cell = fc.oneof(
    text,
    fc.double(),
    fc.boolean(),
    fc.constantFrom('UA-0001', '12 300', '-0', '49,41', '2024-02-29'),
  );
  const odd = fc.dictionary(fc.constantFrom(...columns.all), cell, { maxKeys: 4 });

  fc.assert(
    fc.property(odd, (cells) => {
      const [one] = read(cells);
      if (one && 'row' in one) expect(ImportRow.parse(one.row)).toEqual(one.row);
    }),
    { numRuns: 500 },
  );
});

describe('a row is refused, with its cell and why', () => {
  test.each<[field: string, cell: Cell, kind: string]>([
    ['population', '12,300', 'ambiguousNumber'],
    ['population', '12.300', 'ambiguousNumber'],
    ['population', '12,5', 'notWhole'],
    ['population', 12.5, 'notWhole'],
    ['population', 'many', 'notWhole'],
    ['population', '=1+1', 'formula'],
    ['population', '-12', 'notWhole'],
    ['populationOn', '29.02.2023', 'noSuchDay'],
    ['populationOn', '2023-02-29', 'noSuchDay'],
    ['populationOn', '31.04.2024', 'noSuchDay'],
    ['populationOn', '05/06/2024', 'ambiguousDay'],
    ['populationOn', 'spring', 'notDay'],
    ['populationOn', 2024, 'notDay'],
    ['populationOn', '=TODAY()', 'formula'],
    ['region', 'Atlantis', 'unknownChoice'],
    ['region', '+cmd', 'formula'],
    ['connectivity', '@x', 'formula'],
    ['connectivity', 'fast', 'unknownChoice'],
    ['facilityId', 'UA-1', 'unfit'],
    ['names.uk', 'x'.repeat(201), 'unfit'],
    ['externalCodes.own', 'a\u200bb', 'unfit'],
    ['lat', '49°24′', 'notDegrees'],
    ['lat', '91', 'notDegrees'],
  ])('%s: %s is %s', (field, cell, kind) => {
    const [refused] = read({ population: 1, lon: 24, lat: 49, [field]: cell });

    expect(refused).toMatchObject({ faults: [{ field, kind }] });
  });

  test('where what must be told is empty, or a place is half told', () => {
    expect(read({ power: '', lat: '49' })[0]).toMatchObject({
      faults: [
        { field: 'lon', kind: 'halfPlace' },
        { field: 'power', kind: 'missing' },
      ],
    });
  });

  test('where an earlier row has its facility or its code; a row that is refused claims nothing', () => {
    const code = { 'externalCodes.own': 'A-1' };

    const rows = read(
      { ...code, population: 'x' },
      code,
      { population: 1 },
      { facilityId: 'UA-0002', 'externalCodes.own': 'a-1' },
    );

    expect(
      rows.map((row) =>
        'faults' in row ? row.faults.map(({ kind, field, earlier }) => [kind, field, earlier]) : 'read',
      ),
    ).toEqual([
      [['notWhole', 'population', undefined]],
      'read',
      [['repeated', 'facilityId', 3]],
      [['repeated', 'externalCodes.own', 3]],
    ]);
  });
});
