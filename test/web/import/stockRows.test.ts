import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StockRow } from '../../../functions/domain/equipment/stockImport.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { be } from '../../../web/messages/be.ts';
import { en } from '../../../web/messages/en.ts';
import { ru } from '../../../web/messages/ru.ts';
import { uk } from '../../../web/messages/uk.ts';
import { columnsIn } from '../../../web/src/lib/import/columns.ts';
import { stockColumns, stockIn } from '../../../web/src/lib/import/stock/stockRows.ts';
import { readTable, type Cell } from '../../../web/src/lib/import/table.ts';
import { xlsx } from './files.ts';
import { tableOf } from './table.ts';

const pack = packFor('UA');
const solutions = [{ solutionId: 'tele', names: { uk: 'Телемоніторинг', en: 'Monitoring' } }];
const [type] = pack.equipmentTypes;
const good: Record<string, Cell> = {
  placeId: 'UA-0001',
  inventoryNumber: '10148-22',
  equipmentType: type?.code ?? '',
  units: 2,
  source: 'own',
  receivedOn: '2024-02-29',
};

/** What rows say that have these cells besides the good ones. */
function read(...rows: Record<string, Cell>[]) {
  const table = tableOf(good, rows);
  return stockIn(table, columnsIn(table.header, stockColumns), { pack, solutions });
}

describe('columns and choices are found', () => {
  test.each(Object.entries({ en, uk, be, ru }))('by their names on screens in %s', (language, texts) => {
    const header = [
      texts.placeCode,
      texts.inventoryNumber,
      texts.equipmentType,
      texts.units,
      texts.equipmentSource,
      texts.sourceName,
      texts.forSolution,
      texts.equipmentState,
      texts.cameOn,
      texts.installedOn,
      texts.firstUsedOn,
      texts.faultySince,
      texts.serialNumbers,
      texts.orderNumber,
      texts.accountableUntil,
    ];

    const columns = columnsIn(
      header.map((label) => ` ${label.toUpperCase()} `),
      stockColumns,
    );

    expect([...columns.fields.values()]).toEqual(stockColumns.all);
    expect([columns.ignored, columns.missing]).toEqual([[], []]);
    const named = Object.entries(type?.names ?? {}).find(([of]) => of === language)?.[1] ?? null;
    for (const [source, state, kind, stands] of [
      [texts.sourceState, texts.equipmentReceived, 'state', 'received'],
      [texts.sourceOwn, texts.equipmentInstalled, 'own', 'installed'],
      [texts.sourceUnknown, texts.equipmentInUse, 'unknown', 'inUse'],
    ] as const)
      expect(read({ source, state, equipmentType: named, solutionId: 'Телемоніторинг' })[0]).toMatchObject({
        row: { source: { kind }, state: stands, equipmentType: type?.code, solutionId: 'tele' },
      });
  });
});

describe('a row is read', () => {
  test('with all that it tells, as a spreadsheet keeps it', async () => {
    const sheet = xlsx([
      ['Place code', 'Inventory number', 'Equipment', 'Units', 'Source', 'Day it came', 'Serial numbers'],
      ['ua-w01', 101_480_022, type?.code ?? '', 12, 'state', { serial: 45_351 }, 'A-1; A-2,\nA-3'],
      ['UA-0002', '=2+2', type?.code ?? '', '1 200', 'own', '29.02.2024', 7],
    ]);
    const table = await readTable(new Blob([sheet]));

    const rows = stockIn(table, columnsIn(table.header, stockColumns), { pack, solutions });

    expect(rows).toMatchObject([
      {
        number: 2,
        row: {
          placeId: 'UA-W01',
          inventoryNumber: '101480022',
          units: 12,
          source: { kind: 'state' },
          receivedOn: '2024-02-29',
          serialNumbers: ['A-1', 'A-2', 'A-3'],
        },
      },
      // A formula that was kept as a text is one.
      { number: 3, row: { inventoryNumber: '=2+2', units: 1200, serialNumbers: ['7'] } },
    ]);
  });

  test.each<[field: string, cell: Cell, kind: string]>([
    ['placeId', 'UA-1', 'unfit'],
    ['placeId', '', 'missing'],
    ['inventoryNumber', '', 'missing'],
    ['inventoryNumber', 'x'.repeat(61), 'unfit'],
    ['equipmentType', 'teapot', 'unknownChoice'],
    ['equipmentType', '=A1', 'formula'],
    ['units', '0', 'unfit'],
    ['units', '1,200', 'ambiguousNumber'],
    ['units', '2,5', 'notWhole'],
    ['units', '=1+1', 'formula'],
    ['units', 100_001, 'unfit'],
    ['source', 'donation', 'unknownChoice'],
    ['solutionId', 'unheard', 'unknownChoice'],
    ['state', 'lost', 'unknownChoice'],
    ['receivedOn', '', 'missing'],
    ['receivedOn', '29.02.2023', 'noSuchDay'],
    ['installedOn', '05/06/2024', 'ambiguousDay'],
    ['faultySince', 2024, 'notDay'],
    ['serialNumbers', 'A\u200bB', 'unfit'],
    ['serialNumbers', Array.from({ length: 201 }, (_, at) => at).join(';'), 'unfit'],
  ])('or refused: %s %s is %s', (field, cell, kind) => {
    expect(read({ [field]: cell })[0]).toMatchObject({ faults: [{ field, kind }] });
  });

  test('or refused where an earlier row has its number at its place', () => {
    const rows = read(
      { inventoryNumber: 'INV 1', units: 'x' },
      { inventoryNumber: 'INV 1' },
      { inventoryNumber: 'inv1' },
      { inventoryNumber: 'INV 1', placeId: 'UA-0002' },
    );

    expect(rows.map((row) => ('faults' in row ? row.faults[0]?.earlier : 'read'))).toEqual([
      undefined,
      'read',
      3,
      'read',
    ]);
  });
});

test('whatever is taken is what the API takes', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 70 }),
    fc.double(),
    fc.constantFrom('UA-0001', '12 300', 'inUse', '2024-02-29', 'a;b', ' , '),
  );
  const odd = fc.dictionary(fc.constantFrom(...stockColumns.all), cell, { maxKeys: 4 });

  fc.assert(
    fc.property(odd, (cells) => {
      const [one] = read(cells);
      if (one && 'row' in one) expect(StockRow.parse(one.row)).toEqual(one.row);
    }),
    { numRuns: 500 },
  );
});
