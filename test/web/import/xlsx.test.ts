import readXlsxFile from 'read-excel-file/node';
import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { xlsxOf } from '../../../web/src/lib/import/xlsx.ts';

/** Every sheet of the file by its name, as a program reads it. */
async function readBack(file: Blob) {
  return readXlsxFile(Buffer.from(await file.arrayBuffer()));
}

test('numbers are numbers, money has its cents, and every table is a sheet', async () => {
  const file = await xlsxOf([
    {
      title: 'Where it is',
      head: ['Region', 'Units', 'US dollars'],
      lines: [['Lviv', 13, { usdCents: 2_140_050 }]],
    },
    { title: 'Where it is', head: ['Month'], lines: [['2024-10']], rule: 'A rule.' },
  ]);

  expect(await readBack(file)).toEqual([
    {
      sheet: '1. Where it is',
      data: [
        ['Region', 'Units', 'US dollars'],
        ['Lviv', 13, 21_400.5],
      ],
    },
    { sheet: '2. Where it is', data: [['Month'], ['2024-10'], [null], ['A rule.']] },
  ]);
});

test.each([
  ['a formula', '=HYPERLINK("http://example.org")'],
  ['a plus', '+1+1'],
  ['a command', '@SUM(A1)'],
  ['markup', '<b>&amp; "more"</b> ]]> <!-- x'],
  ['right-to-left text', 'أجهزة للعيادات — ערכות'],
])('%s in a name is text, and comes back as it was', async (_, text) => {
  const [sheet] = await readBack(await xlsxOf([{ title: text, head: [text], lines: [[text]] }]));

  expect(sheet?.data).toEqual([[text], [text]]);
});

test('control characters do not break the file', async () => {
  const [sheet] = await readBack(
    await xlsxOf([{ title: 'a\u0000b[c]:*?/\\', head: ['x\u0001y'], lines: [['one\u001ftwo\ttab']] }]),
  );

  expect(sheet?.data).toEqual([['xy'], ['onetwo\ttab']]);
});

test('a title that is longer than a sheet’s name may be is cut', async () => {
  const [sheet] = await readBack(await xlsxOf([{ title: 'long '.repeat(20), head: ['a'], lines: [] }]));

  expect(sheet?.sheet.length).toBeLessThanOrEqual(31);
});
