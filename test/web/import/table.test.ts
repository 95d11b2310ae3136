import { describe, expect, test } from 'vitest';
import { mostBytes, mostRows, readTable, textIn } from '../../../web/src/lib/import/table.ts';
import { csvOf } from '../../../web/src/lib/import/csv.ts';
import { utf16, windows1251, xlsx } from './files.ts';

const lines = 'Код;Назва\r\nUA-0001;Ґанок, «Їжак»\r\n';
const utf8 = new TextEncoder();
const read = (content: BlobPart) => readTable(new Blob([content]));
const kindOf = (content: BlobPart) => read(content).catch((error: unknown) => error);

describe('a text file is read', () => {
  test.each([
    ['in UTF-8', utf8.encode(lines)],
    ['in UTF-8 with a mark', utf8.encode(`\ufeff${lines}`)],
    ['in Windows-1251', windows1251(lines)],
    ['in UTF-16, as Excel’s Unicode text', utf16(lines)],
    ['in UTF-16 of the other order', utf16(lines, true)],
  ])('%s', async (_, content) => {
    expect(await read(content)).toEqual({
      header: ['Код', 'Назва'],
      rows: [{ number: 2, cells: ['UA-0001', 'Ґанок, «Їжак»'] }],
    });
  });

  test.each([',', ';', '\t', '|'])('with "%s" between its columns', async (delimiter) => {
    const { rows } = await read(['a;b;c', '1;"x ""y""\n2";3', '4;5;6'].join('\n').replaceAll(';', delimiter));

    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'x "y"\n2', '3'],
      ['4', '5', '6'],
    ]);
  });

  test('with a decimal comma between semicolons', async () => {
    expect((await read('lat;lon\n49,41;24,14\n')).rows[0]?.cells).toEqual(['49,41', '24,14']);
  });

  test('with empty lines, which keep their numbers', async () => {
    expect((await read('a;b\n\n1;2\n;\n3;4\n')).rows.map(({ number }) => number)).toEqual([3, 5]);
  });
});

describe('a spreadsheet is read', () => {
  test('with its numbers, days and texts; a formula is what it came to', async () => {
    const sheet = xlsx([
      ['a', 'b', 'c', 'd'],
      ['UA-0001', 12_300, { serial: 45_351 }, { formula: 'B2*2', value: 24_600 }],
      ['=cmd|calc', null, { serial: 45_352.75 }, 0.5],
    ]);

    const { rows } = await read(sheet);

    expect(rows.map(({ cells }) => cells.map(textIn))).toEqual([
      ['UA-0001', '12300', '2024-02-29', '24600'],
      ['=cmd|calc', '', '2024-03-01', '0.5'],
    ]);
  });
});

describe('a file that cannot be read says why', () => {
  const sheet = xlsx([['a', 'b'], ...Array.from({ length: 200 }, (_, at) => [at, `text ${at}`])]);

  test.each([
    ['a quote that does not end', 'a;b\n1;"begun', 'cut'],
    ['a last line that is shorter than the header', 'a;b;c\n1;2;3\n4;5', 'cut'],
    ['a file that ends within a letter', utf8.encode(lines).slice(0, -5), 'cut'],
    ['half a spreadsheet', sheet.slice(0, sheet.length / 2), 'cut'],
    ['an old spreadsheet', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'oldExcel'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'unreadable'],
    ['nothing', '', 'empty'],
    ['a header alone', 'a;b\n', 'empty'],
    ['too many rows', `a;b\n${'1;2\n'.repeat(mostRows + 1)}`, 'tooManyRows'],
  ])('%s', async (_, content, kind) => {
    expect(await kindOf(content)).toMatchObject({ name: 'FileFault', kind });
  });

  test('more than 50 MB, before any of it is read', async () => {
    const file = Object.assign(new Blob(['a;b\n1;2\n']), {
      arrayBuffer: () => Promise.reject(new Error('it was read')),
    });
    Object.defineProperty(file, 'size', { value: mostBytes + 1 });

    expect(await readTable(file).catch((error: unknown) => error)).toMatchObject({ kind: 'tooLarge' });
  });

  test('as many rows as there may be are read', async () => {
    expect((await read(`a;b\n${'1;2\n'.repeat(mostRows)}`)).rows).toHaveLength(mostRows);
  });
});

describe('what we write', () => {
  test.each([
    ['markup', '<b>&amp; "more"</b>\n<!-- x'],
    ['right-to-left text', 'أجهزة للعيادات — ערכות'],
    ['control characters', 'one\u0007two\u001f three'],
  ])('%s stays in its cell', async (_, text) => {
    const { rows } = await readTable(
      await csvOf(
        [
          ['name', 'next'],
          [text, 'next'],
        ],
        'en',
      ),
    );

    expect(rows[0]?.cells.map(textIn)).toEqual([text, 'next']);
  });

  const cells = ['=1+1', '@x', '+380', '-5', '-cmd', 'say "so"; no, more', ' Їжак', "'quoted"];

  test.each(['en', 'uk'] as const)('is read again as it was, in %s', async (language) => {
    const file = await csvOf([['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], cells], language);

    const { rows } = await readTable(file);

    expect(rows[0]?.cells.map(textIn)).toEqual(cells.map((cell) => cell.trim()));
  });

  test('has no cell that a spreadsheet would run', async () => {
    const file = await csvOf(
      [['=HYPERLINK("x")', '+cmd', '-cmd', '@sum', '\t=1', '-49.5', '+380501112233']],
      'uk',
    );

    const text = await file.text();

    expect(text.replace('\ufeff', '').trimEnd().split(';')).toEqual([
      `"'=HYPERLINK(""x"")"`,
      `"'+cmd"`,
      `"'-cmd"`,
      `"'@sum"`,
      `"'\t=1"`,
      '-49.5',
      '+380501112233',
    ]);
    expect(new Uint8Array(await file.arrayBuffer()).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
  });
});
