import { describe, expect, test } from 'vitest';
import type { Target } from '../../../functions/domain/plan/target.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { be } from '../../../web/messages/be.ts';
import { en } from '../../../web/messages/en.ts';
import { ru } from '../../../web/messages/ru.ts';
import { uk } from '../../../web/messages/uk.ts';
import { columnsIn } from '../../../web/src/lib/import/columns.ts';
import { linesOf } from '../../../web/src/lib/import/sheet.ts';
import { readTable, type Cell } from '../../../web/src/lib/import/table.ts';
import { sender } from '../../../web/src/lib/import/targets/sender.ts';
import { targetColumns, targetsIn, type TargetRow } from '../../../web/src/lib/import/targets/targetRows.ts';
import { xlsxOf } from '../../../web/src/lib/import/xlsx.ts';
import { targetSheet } from '../../../web/src/routes/(in)/plan/targetSheet.ts';
import { tableOf } from './table.ts';

const pack = packFor('UA');
const good: Record<string, Cell> = { figure: 'facilitiesLive', row: 'UA-46', day: '2025-01-01', value: 4 };

function read(...rows: Record<string, Cell>[]) {
  const table = tableOf(good, rows);
  return targetsIn(table, columnsIn(table.header, targetColumns), pack);
}

describe('columns and rows are found', () => {
  test.each(Object.entries({ en, uk, be, ru }))('by their names on screens in %s', async (_, texts) => {
    const header = [texts.figure, texts.region, texts.targetDate, texts.targetValue, texts.targetReason];
    const lines = [header, ['facilitiesLive', texts.targetUnassigned, '2025-01-01', '4', 'No funds']];
    const table = await readTable(new Blob([lines.map((line) => line.join(';')).join('\r\n')]));
    const columns = columnsIn(table.header, targetColumns);

    expect(columns).toMatchObject({ ignored: [], missing: [] });
    expect(targetsIn(table, columns, pack)).toEqual([
      {
        number: 2,
        row: { figure: 'facilitiesLive', row: 'unassigned', day: '2025-01-01', value: 4, reason: 'No funds' },
      },
    ]);
  });

  test('a region by its name in any language, the nation by its words, money in dollars', () => {
    expect(read({ row: 'Львівська' }, { row: 'nation', figure: 'aidReceivedUsd', value: 150 })).toMatchObject(
      [{ row: { row: 'UA-46', value: 4 } }, { row: { row: 'nation', value: 15_000 } }],
    );
  });
});

test.each([
  ['an unknown region', { row: 'UA-99' }, 'row', 'unknownChoice'],
  ['a figure that has no targets', { figure: 'reportsReceived' }, 'figure', 'unknownChoice'],
  ['half a facility', { value: 1.5 }, 'value', 'notWhole'],
  ['less than nothing', { value: -1 }, 'value', 'notWhole'],
  ['no day', { day: 'soon' }, 'day', 'notDay'],
  ['nothing to reach', { value: null }, 'value', 'missing'],
])('%s is told of its cell', (_, cells, field, kind) => {
  expect(read(cells)).toEqual([{ number: 2, faults: [expect.objectContaining({ field, kind })] }]);
});

test('a day that comes again is told of the later row', () => {
  expect(read({}, { value: 5 })[1]).toEqual({
    number: 3,
    faults: [{ field: 'day', kind: 'repeated', value: '2025-01-01', earlier: 2 }],
  });
});

const line = (row: string, ...values: number[]) => ({
  row,
  planned: values.map((value, at) => ({ day: `202${4 + at}-01-01`, value })),
});
const live: Target = {
  figure: 'facilitiesLive',
  version: 3,
  lines: [line('UA-46', 1, 5), line('UA-51', 0, 2)],
};
const row = (more: Partial<TargetRow>): TargetRow => ({
  figure: 'facilitiesLive',
  row: 'UA-46',
  day: '2025-01-01',
  value: 5,
  ...more,
});

/** A sender, and what it put. */
function sending(targets = [live]) {
  const put: { figure: string; body: object }[] = [];
  const send = sender({ pack, targets }, (figure, body) => {
    put.push({ figure, body });
    return Promise.resolve({ figure, lines: body.lines, version: body.basedOn + 1 });
  });
  const ask = (rows: TargetRow[], isDryRun = false) => send({ idempotencyKey: 'file-0001', isDryRun, rows });
  return { put, ask };
}

describe('a file of targets', () => {
  test('is tried without a word to anybody', async () => {
    const { put, ask } = sending();
    const told = await ask(
      [row({}), row({ value: 6, day: '2026-01-01' }), row({ row: 'UA-51', value: 3 })],
      true,
    );

    expect(told).toEqual([
      { outcome: 'unchanged' },
      { outcome: 'new' },
      { outcome: 'changed', changes: [{ field: 'value', from: 2, to: 3 }] },
    ]);
    expect(put).toEqual([]);
  });

  test('is put over what is there, a command for each figure; what it does not name stays', async () => {
    const { put, ask } = sending();
    await ask([
      row({ row: 'UA-51', value: 3 }),
      row({ figure: 'teleconsultations', row: 'nation', value: 70, day: '2024-01-01' }),
    ]);

    expect(put).toEqual([
      {
        figure: 'facilitiesLive',
        body: {
          basedOn: 3,
          idempotencyKey: 'file-0001-0',
          lines: [line('UA-46', 1, 5), line('UA-51', 0, 3)],
        },
      },
      {
        figure: 'teleconsultations',
        body: { basedOn: 0, idempotencyKey: 'file-0001-1', lines: [line('nation', 70)] },
      },
    ]);
  });

  test('that is sent again after an interruption does nothing twice', async () => {
    const { put, ask } = sending();
    const rows = [row({ row: 'UA-51', value: 3 })];

    expect(await ask(rows)).toEqual(await ask(rows));
    expect(put).toHaveLength(1);
  });

  test.each([
    [
      'falls',
      row({ figure: 'teleconsultations', value: 0, reason: 'Less' }),
      { code: 'tooLow', field: 'value' },
    ],
    ['has both grains', row({ row: 'nation' }), { code: 'mixedGrains', field: 'row' }],
    ['begins another day', row({ day: '2023-01-01', value: 0 }), { code: 'dateNotAllowed', field: 'day' }],
    ['is lowered without a reason', row({ value: 4 }), { code: 'reasonNeeded', field: 'reason' }],
  ])('whose figure %s is refused as a whole, and says at which row', async (_, bad, refused) => {
    const { put, ask } = sending([live, { ...live, figure: 'teleconsultations' }]);
    const { figure } = bad;
    const told = await ask([bad, row({ figure, row: 'UA-51', value: 9, day: '2026-01-01' })]);

    expect(told.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    expect(told.map((one) => one.refused)).toContainEqual(expect.objectContaining(refused));
    expect(put).toEqual([]);
  });

  test('that falls is told at the row that falls, and of the others that they wait for it', async () => {
    const { ask } = sending();
    const falls = [row({ day: '2024-06-01', value: 10 }), row({ day: '2024-09-01', value: 5 })];
    const told = await ask(falls.map((one) => ({ ...one, figure: 'teleconsultations', row: 'nation' })));

    expect(told.map(({ refused }) => [refused?.code, refused?.field])).toEqual([
      ['wrongState', 'figure'],
      ['tooLow', 'value'],
    ]);
  });

  test('has money as the file has it', async () => {
    const aid: Target = { figure: 'aidReceivedUsd', version: 1, lines: [line('nation', 0, 100_000)] };
    const { ask } = sending([aid]);
    const last = aid.lines[0]?.planned.at(-1)?.day ?? '';
    const [told] = await ask([row({ figure: 'aidReceivedUsd', row: 'nation', day: last, value: 250_000 })]);

    expect(told?.changes).toEqual([{ field: 'value', from: 1000, to: 2500 }]);
  });

  test('is what was exported, and then changes nothing', async () => {
    const aid: Target = { figure: 'aidReceivedUsd', version: 1, lines: [line('nation', 0, 350_000_000)] };
    const sheet = targetSheet([live, aid], pack);
    const csv = linesOf([sheet])
      .map((cells) => cells.join(','))
      .join('\r\n');
    for (const file of [new Blob([csv]), await xlsxOf([sheet])]) {
      const table = await readTable(file);
      const rows = targetsIn(table, columnsIn(table.header, targetColumns), pack).flatMap((one) =>
        'row' in one ? [one.row] : [],
      );
      const told = await sending([live, aid]).ask(rows, true);

      expect(told).toHaveLength(6);
      expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    }
  });
});
