/** What a cell of a sheet says: text, a number, or money in US cents. */
export type SheetCell = string | number | { usdCents: number };

/** A table that goes into a file: its title, the heads of its columns, and its lines. */
export interface Sheet {
  title: string;
  head: string[];
  lines: SheetCell[][];
  /** What is to be known of it, in a sentence under it. */
  rule?: string;
}

/** Sheets one under the other, as a file of lines has them; the head of a table begins with its title. */
export function linesOf(sheets: Sheet[]): string[][] {
  return sheets.flatMap(({ title, head, lines, rule }, index) => [
    ...(index > 0 ? [[]] : []),
    [title, ...head.slice(1)],
    ...lines.map((line) => line.map(textOf)),
    ...(rule === undefined ? [] : [[rule]]),
  ]);
}

function textOf(cell: SheetCell): string {
  return typeof cell === 'object' ? (cell.usdCents / 100).toFixed(2) : String(cell);
}
