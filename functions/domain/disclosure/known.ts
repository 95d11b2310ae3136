import * as z from 'zod/mini';
import { Month } from '../calendar.ts';
import type { ProgressCube } from '../progress.ts';
import type { Block, CellAt, CountTable } from './countTable.ts';

/** Months that were told as one sum, from the first to the last of them. */
export const KnownSum = z.strictObject({ figure: z.string(), row: z.string(), from: Month, to: Month });
export type KnownSum = z.infer<typeof KnownSum>;

/** A cell that a release left out beyond those that are small, by its last month. */
export const WithheldCell = z.strictObject({ figure: z.string(), row: z.string(), month: Month });
export type WithheldCell = z.infer<typeof WithheldCell>;

/** A cell as it was when a release told something of it, and how many times it is taken. */
const PastTerm = z.tuple([z.string(), z.string(), Month, z.number(), z.number()]);

/** What followed from a release of cells that a correction has since changed, or some of them. */
export const PastRelation = z.strictObject({
  terms: z.array(PastTerm),
  sum: z.number(),
  isEqual: z.boolean(),
});
export type PastRelation = z.infer<typeof PastRelation>;

/**
 * What releases told of a scope and is still so, what they left out for others' sake, which stays so, and what follows from
 * what they told and is so no more.
 */
export const Remembered = z.strictObject({
  told: z.array(KnownSum),
  withheld: z.array(WithheldCell),
  past: z.optional(z.array(PastRelation)),
});
export type Remembered = z.infer<typeof Remembered>;

/** What earlier releases told and is still so: a sum in which a correction changed a month is another one. */
export function stillKnown(
  known: readonly KnownSum[],
  then: ProgressCube,
  now: ProgressCube,
  country: string,
): KnownSum[] {
  const [before, after] = [amountsIn(then, country), amountsIn(now, country)];
  return known.filter((sum) =>
    now.months
      .filter((month) => sum.from <= month && month <= sum.to)
      .every((month) => before(sum, month) === after(sum, month)),
  );
}

/** Without those that are there twice. */
export function distinct<One extends object>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [Object.values(one).join(), one])).values()];
}

/** Cells of a table by their months, as they are remembered. */
export function withheldOf({ rows, periods }: CountTable, cells: readonly CellAt[]): WithheldCell[] {
  return cells.flatMap(({ figure, row, period }) => {
    const [name, month] = [rows[row], periods[period]];
    return name === undefined || month === undefined ? [] : [{ figure, row: name, month }];
  });
}

/** Remembered cells where they are in a table; those of other rows are none of its. */
export function withheldIn({ rows, periods }: CountTable, cells: readonly WithheldCell[]): CellAt[] {
  return cells
    .map(({ figure, row, month }) => ({ figure, row: rows.indexOf(row), period: periods.indexOf(month) }))
    .filter(({ row, period }) => row >= 0 && period >= 0);
}

/** The months of each period of a table: its first and its last. */
export type Spans = readonly { first: Month; last: Month }[];

export function knownOf(table: CountTable, spans: Spans, blocks: readonly Block[]): KnownSum[] {
  return blocks.flatMap(({ figure, row, from, to }) => {
    const [name, first, last] = [table.rows[row], spans[from], spans[to]];
    if (name === undefined || !first || !last) return [];
    const isRunning = table.figures.find((each) => each.name === figure)?.isRunning;
    return [{ figure, row: name, from: isRunning ? first.first : last.last, to: last.last }];
  });
}

/** Known sums as blocks of a table; those of other rows, or of parts of its periods, are none of its. */
export function knownBlocks(table: CountTable, spans: Spans, known: readonly KnownSum[]): Block[] {
  const firstAt = new Map(spans.map(({ first }, index) => [first, index]));
  const lastAt = new Map(spans.map(({ last }, index) => [last, index]));
  return known.flatMap(({ figure, row: name, from, to }) => {
    const row = table.rows.indexOf(name);
    const isRunning = table.figures.find((each) => each.name === figure)?.isRunning;
    const [first, last] = [isRunning ? firstAt.get(from) : lastAt.get(to), lastAt.get(to)];
    if (row < 0 || isRunning === undefined || first === undefined || last === undefined) return [];
    return [{ figure, row, from: first, to: last }];
  });
}

/** What a month added in a row; the country's own stands for the sum of all. */
function amountsIn({ months, rows, figures }: ProgressCube, country: string) {
  return ({ figure, row }: KnownSum, month: Month): number => {
    const at = months.indexOf(month);
    const column = figures[figure]?.slice(at * rows.length, (at + 1) * rows.length) ?? [];
    if (at < 0) return 0;
    return row === country
      ? column.reduce((sum, amount) => sum + amount, 0)
      : (column[rows.indexOf(row)] ?? 0);
  };
}
