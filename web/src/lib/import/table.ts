import { textOf } from './encoding.ts';
import { FileFault } from './fileFault.ts';

/** What a cell holds: a text in CSV, and what the spreadsheet says in XLSX. */
export type Cell = string | number | boolean | Date | null;

/** A sheet as it was read; rows are numbered as spreadsheets number them. */
export interface Table {
  header: string[];
  rows: { number: number; cells: Cell[] }[];
}

export const mostBytes = 50 * 1024 * 1024;
export const mostRows = 20_000;

const signature = (bytes: Uint8Array, ...first: number[]) =>
  first.every((byte, index) => bytes[index] === byte);

/** Reads a CSV or XLSX file, known by its content; a FileFault says why it cannot be. */
export async function readTable(file: Blob): Promise<Table> {
  if (file.size > mostBytes) throw new FileFault('tooLarge');
  const buffer = await file.arrayBuffer();
  const bytes = new Uint8Array(buffer);
  if (signature(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileFault('oldExcel');
  const isZip = signature(bytes, 0x50, 0x4b, 0x03, 0x04);
  return tableOf(isZip ? await sheetIn(buffer) : await linesIn(textOf(bytes)));
}

async function sheetIn(buffer: ArrayBuffer): Promise<{ lines: Cell[][]; isWhole: boolean }> {
  // The library's entry for browsers starts workers out of texts, which the site's headers forbid.
  const { readSheet, InvalidSpreadsheetError } = await import('read-excel-file/universal');
  try {
    const rows = await readSheet(buffer);
    return { lines: rows.map((cells) => cells.map(cellOf)), isWhole: true };
  } catch (cause) {
    // The table of contents of a ZIP file is at its end, so one that was cut has none.
    throw new FileFault(cause instanceof InvalidSpreadsheetError ? 'unreadable' : 'cut', cause);
  }
}

async function linesIn(text: string): Promise<{ lines: Cell[][]; isWhole: boolean }> {
  const { default: papaparse } = await import('papaparse');
  const { data, errors, meta } = papaparse.parse<string[]>(text, {
    delimiter: delimiterIn(text),
    // One more than there may be, and the header: what is longer is not read to its end.
    preview: mostRows + 2,
  });
  if (errors.some(({ type }) => type === 'Quotes')) throw new FileFault('cut');
  const [header = [], last = []] = [data[0], data.at(-1)];
  const isShort = last.length < header.length && last.some(Boolean);
  if (isShort && !/[\r\n]$/.test(text) && !meta.truncated) throw new FileFault('cut');
  return { lines: data, isWhole: !meta.truncated };
}

/** The library's types say more than it does: that a cell may be the name of a type. */
function cellOf(cell: unknown): Cell {
  if (cell instanceof Date || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return typeof cell === 'string' ? cell : null;
}

/** What parts the columns, as the header has it: in the rows, a comma may stand before decimals. */
function delimiterIn(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const counted = [';', ',', '\t', '|'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function tableOf({ lines, isWhole }: { lines: Cell[][]; isWhole: boolean }): Table {
  const [header = [], ...rest] = lines;
  const rows = rest
    .map((cells, index) => ({ number: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => textIn(cell) !== ''));
  if (rows.length === 0) throw new FileFault('empty');
  if (rows.length > mostRows || !isWhole) throw new FileFault('tooManyRows');
  return { header: header.map(textIn), rows };
}

/** A text that our own files keep from being taken for a formula. */
const keptText = /^'(?=[=+\-@\t\r])/;

/** A cell as text; a day as `YYYY-MM-DD`. */
export function textIn(cell: Cell | undefined): string {
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell ?? '')
    .replaceAll('\u00a0', ' ')
    .trim()
    .replace(keptText, '');
}
