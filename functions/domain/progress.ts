import * as z from 'zod/mini';
import { Month, monthsBetween } from './calendar.ts';
import type { Contribution, Row, Scope } from './contribution.ts';
import { RegionCode } from './countryPack.ts';
import { approvedName, catalogueOf, type Counting, type FigureKind } from './figureCatalogue.ts';

/** A row of progress: a region, or the nation itself by the country's code. */
const RowCode = z.union([RegionCode, z.string().check(z.regex(/^[A-Z]{2}$/))]);

/**
 * Everything a dashboard shows, column by column. `figures[name]` has one amount for each month and row,
 * at `monthIndex * rows.length + rowIndex`: what that month added (see FigureKind for how they add up).
 */
export const ProgressCube = z.strictObject({
  months: z.array(Month),
  /** The regions, and last the nation's own row where it has anything. */
  rows: z.array(RowCode),
  figures: z.record(z.string(), z.array(z.number())),
  /** In what a release tells: the cells that are not shown, as runs of the place where each begins and how long it is. */
  notShown: z.optional(z.record(z.string(), z.array(z.int()))),
});
export type ProgressCube = z.infer<typeof ProgressCube>;

export const ProgressSummary = z.strictObject({
  month: Month,
  figures: z.record(z.string(), z.number()),
});
export type ProgressSummary = z.infer<typeof ProgressSummary>;

/** Contributions of one scope as a cube of the regions asked for, without gaps between the first and the last month. */
export function cubeOf(contributions: Contribution[], regions: RegionCode[]): ProgressCube {
  const present = contributions.map(({ month }) => month).sort();
  const [first, last] = [present.at(0), present.at(-1)];
  const months = first && last ? monthsBetween(first, last) : [];
  const nation = contributions.find(({ row }) => !row.includes('-'))?.row;
  const rows: Row[] = nation ? [...regions, nation] : regions;
  const monthAt = new Map(months.map((month, index) => [month, index]));
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const figures: Record<string, number[]> = {};
  for (const { row, month, amounts } of contributions) {
    const [m, r] = [monthAt.get(month), rowAt.get(row)];
    if (m === undefined || r === undefined) throw new Error(`The cube has no row for ${row} in ${month}.`);
    const at = m * rows.length + r;
    for (const name in amounts) {
      const column = (figures[name] ??= new Array<number>(months.length * rows.length).fill(0));
      column[at] = (column[at] ?? 0) + (amounts[name] ?? 0);
    }
  }
  return { months, rows, figures: inNameOrder(figures) };
}

/** A cube as contributions of a scope; what is zero adds nothing. */
export function contributionsOf({ months, rows, figures }: ProgressCube, scope: Scope): Contribution[] {
  return months.flatMap((month, m) =>
    rows.flatMap((row, r) => {
      const at = m * rows.length + r;
      const amounts = Object.entries(figures).flatMap(([name, column]) =>
        column[at] ? [[name, column[at]] as const] : [],
      );
      return amounts.length > 0 ? [{ scope, row, month, amounts: Object.fromEntries(amounts) }] : [];
    }),
  );
}

/** The same progress is the same text, so that its tag stays. */
export function inNameOrder<Value>(figures: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The sums of a cube, for functions and screens alike. Each figure is added up over the months once, when first asked for. */
export class ProgressSums {
  readonly months: Month[];
  readonly rows: Row[];
  /** The rows that are regions. */
  readonly regions: RegionCode[];
  /** Whether a release tells it: all is approved then, and under its own name, and some cells are not shown. */
  readonly isReleased: boolean;
  readonly #cube: ProgressCube;
  readonly #kinds: ReadonlyMap<string, FigureKind>;
  readonly #monthAt: ReadonlyMap<Month, number>;
  readonly #totals = new Map<string, Float64Array>();

  constructor(cube: ProgressCube, pack: Counting) {
    this.#cube = cube;
    this.isReleased = cube.notShown !== undefined;
    // The approved part of a figure adds up as the figure does.
    this.#kinds = new Map(
      [...catalogueOf(pack).values()].flatMap(({ name, kind }) => [
        [name, kind],
        [approvedName(name), kind],
      ]),
    );
    this.months = cube.months;
    this.rows = cube.rows;
    this.regions = cube.rows.filter((row) => row.includes('-'));
    this.#monthAt = new Map(cube.months.map((month, index) => [month, index]));
  }

  /** The names of the figures that have any amount. */
  get names(): string[] {
    return Object.keys(this.#cube.figures);
  }

  /** What one month added to a figure, over the rows asked for (all when none are named). */
  amount(name: string, month: Month, rows?: Row[]): number {
    this.#kindOf(name);
    const at = this.#monthAt.get(month);
    return at === undefined ? 0 : this.#sum(this.#column(name), at, rows);
  }

  /** A figure as of a month: its total or level up to it, or that month's value, by the figure's kind. */
  value(name: string, month: Month, rows?: Row[]): number {
    if (this.#kindOf(name) === 'month') return this.amount(name, month, rows);
    const at = this.#lastUpTo(month);
    return at < 0 ? 0 : this.#sum(this.#totalsOf(name), at, rows);
  }

  /** Whether a figure's value as of a month is shown: in a release small counts of people are not. */
  shows(name: string, month: Month, rows?: Row[]): boolean {
    const at = this.#lastUpTo(month);
    const runs = this.#cube.notShown?.[this.#nameOf(name)];
    if (!runs || at < 0) return true;
    // All rows together are told in the nation's own.
    return (rows ?? this.rows.slice(-1)).every((row) => {
      const cell = at * this.rows.length + this.rows.indexOf(row);
      return !runs.some(
        (start, index) => index % 2 === 0 && start <= cell && cell < start + (runs[index + 1] ?? 0),
      );
    });
  }

  /** The newest month up to one of whose end a figure's value is shown; undefined where there is none. */
  shownUpTo(name: string, month: Month, rows?: Row[]): Month | undefined {
    if (this.shows(name, month, rows)) return month;
    return this.months.findLast((each) => each < month && this.shows(name, each, rows));
  }

  /** Whether what a month added to a figure is shown, which a total alone does not tell. */
  showsAmount(name: string, month: Month, rows?: Row[]): boolean {
    const before = this.months[(this.#monthAt.get(month) ?? 0) - 1];
    const isAlone = before === undefined || this.#kindOf(name) === 'month';
    return this.shows(name, month, rows) && (isAlone || this.shows(name, before, rows));
  }

  /** In a release what is approved of a figure is the figure. */
  #nameOf(name: string): string {
    return this.isReleased ? name.replace(approvedName(''), '') : name;
  }

  #column(name: string): number[] {
    return this.#cube.figures[this.#nameOf(name)] ?? [];
  }

  #lastUpTo(month: Month): number {
    return this.#monthAt.get(month) ?? this.months.findLastIndex((known) => known <= month);
  }

  #sum(column: ArrayLike<number>, monthIndex: number, rows: Row[] | undefined): number {
    const start = monthIndex * this.rows.length;
    let sum = 0;
    for (let index = 0; index < this.rows.length; index += 1)
      if (!rows || rows.includes(this.rows[index] ?? '')) sum += column[start + index] ?? 0;
    return sum;
  }

  /** Each row's running total at the end of each month. */
  #totalsOf(name: string): Float64Array {
    const known = this.#totals.get(name);
    if (known) return known;
    const totals = Float64Array.from(this.#column(name));
    const width = this.rows.length;
    for (let at = width; at < totals.length; at += 1)
      totals[at] = (totals[at] ?? 0) + (totals[at - width] ?? 0);
    this.#totals.set(name, totals);
    return totals;
  }

  /** A misspelt name is a bug, not a figure without any amount. */
  #kindOf(name: string): FigureKind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(`There is no figure "${name}".`);
    return kind;
  }
}

/** All figures as of a month that are shown. */
export function summaryOf(sums: ProgressSums, month: Month): ProgressSummary {
  const figures = sums.names
    .filter((name) => sums.shows(name, month))
    .map((name) => [name, sums.value(name, month)] as const);
  return { month, figures: Object.fromEntries(figures) };
}
