import type { Cell, Row } from 'write-excel-file/universal';
import type { Sheet, SheetCell } from './sheet.ts';

/**
 * An XLSX file with a sheet for each table. Numbers are numbers; everything else is text, which no spreadsheet runs, whatever
 * it begins with.
 */
export async function xlsxOf(sheets: Sheet[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  return write(
    sheets.map(({ title, head, lines, rule }, index) => ({
      sheet: sheetName(title, index),
      data: [
        head.map((text): Cell => ({ ...textCell(text), fontWeight: 'bold' })),
        ...lines.map((line): Row => line.map(cellOf)),
        ...(rule === undefined ? [] : [[], [textCell(rule)]]),
      ],
      columns: head.map((_, column) => ({ width: widthOf(head, lines, column) })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
}

function cellOf(cell: SheetCell): Cell {
  if (typeof cell === 'number') return { value: cell, type: Number };
  return typeof cell === 'string'
    ? textCell(cell)
    : { value: cell.usdCents / 100, type: Number, format: '#,##0.00' };
}

/** An empty text is an empty cell. */
function textCell(text: string): { value: string; type: StringConstructor } {
  return { value: text, type: String };
}

const longest = 60;

/** As wide as its longest text, within what a screen shows. */
function widthOf(head: string[], lines: SheetCell[][], column: number): number {
  const texts = [head[column] ?? '', ...lines.map((line) => line[column] ?? '')];
  const width = Math.max(...texts.map((cell) => (typeof cell === 'object' ? 14 : String(cell).length)));
  return Math.min(longest, width + 2);
}

/** Names of sheets are at most 31 characters long, each another, and without those that formulas use. */
function sheetName(title: string, index: number): string {
  return `${index + 1}. ${title.replace(/[[\]:*?/\\']/g, ' ')}`.slice(0, 31).trim();
}
