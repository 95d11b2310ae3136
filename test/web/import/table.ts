import type { Cell } from '../../../web/src/lib/import/table.ts';

/** A file of rows that have these cells besides the good ones. */
export function tableOf(good: Record<string, Cell>, rows: Record<string, Cell>[]) {
  const header = [...new Set([good, ...rows].flatMap((row) => Object.keys(row)))];
  const whole = rows.map((row) => new Map(Object.entries({ ...good, ...row })));
  const lines = whole.map((row, index) => ({
    number: index + 2,
    cells: header.map((name) => row.get(name) ?? null),
  }));
  return { header, rows: lines };
}
