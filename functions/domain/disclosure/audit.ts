import { LinearSystem } from './linearSystem.ts';
import { isWide } from './bounds.ts';
import { fewestTold, isSafe, sumIn, type Block, type CellAt, type CountTable } from './countTable.ts';

/**
 * The protected cells of which someone who reads all that is told could know too much: the narrowest bounds that follow
 * from it, by linear programming, are nearer to each other than `fewestTold`. The public is taken to know the rules, that
 * nothing is negative, what is a sum or a part of what, and all that earlier releases told of the same cells (`blocks`), and of what there is something since nothing would be told (`notZero`).
 *
 * The intruder's problem: Fischetti and Salazar-González, Solving the cell suppression problem on tabular data with linear
 * constraints, Management Science 47 (2001).
 */
export function audited(
  table: CountTable,
  { blocks, notZero = [] }: { blocks: readonly Block[]; notZero?: readonly Block[] },
  seen: SeenWide = new Map(),
): CellAt[] {
  const system = systemOf(table, blocks);
  for (const { figure, row, from, to } of notZero)
    system.atMost(
      span(from, to).map((period) => [idOf(table, { figure, row, period }), -1] as const),
      -1,
    );
  const values = valuesOf(table);
  const truth = (variable: number) => values[variable] ?? 0;
  return protectedIn(table)
    .filter((block) => {
      const { figure, row, from, to } = block;
      const sum = span(from, to).map((period) => idOf(table, { figure, row, period }));
      const key = Object.values(block).join(' ');
      for (const rows of [...(seen.get(key) ?? []), ...rowsAround(table, block)]) {
        const isFree = (variable: number) => rows.has(rowOf(table, variable));
        if (!isWide(system, sum, fewestTold, { isFree, truth })) continue;
        seen.set(key, [rows]);
        return false;
      }
      return true;
    })
    .map(({ figure, row, to }) => ({ figure, row, period: to }));
}

/** Among which rows a protected block was seen to be wide: they are looked at first when it is audited again. */
export type SeenWide = Map<string, ReadonlySet<number>[]>;

/** How many rows a program is about at most: larger ones take long, and what they alone would show to be wide is left out instead. */
const manyRows = [3, 6, 10, 15];

/**
 * In which rows to look for other solutions: what is wide where only some rows may be other than they are is wide in all.
 * Small programs first, since they nearly always suffice: the row alone, then with each other one, the fullest first.
 */
function* rowsAround(table: CountTable, block: Block): Generator<ReadonlySet<number>> {
  const { row } = block;
  const amountIn = (other: number) => sumIn(table, { ...block, row: other });
  const others = [...table.rows.keys()]
    .filter((other) => other !== row)
    .sort((a, b) => amountIn(b) - amountIn(a));
  yield new Set([row]);
  for (const other of others) yield new Set([row, other]);
  for (const count of manyRows) if (others.length > 1) yield new Set([row, ...others.slice(0, count)]);
}

/** What must not be known: small cells, and small totals of a running figure. */
export function protectedIn(table: CountTable): Block[] {
  return table.figures.flatMap(({ name: figure, isRunning }) =>
    [...table.rows.keys()].flatMap((row) =>
      [...table.periods.keys()].flatMap((period) => {
        const cell = { figure, row, from: period, to: period };
        const total = { ...cell, from: 0 };
        const isOwn = isRunning && period > 0 && sumIn(table, total) !== sumIn(table, cell);
        return [cell, ...(isOwn ? [total] : [])].filter((block) => !isSafe(table, block));
      }),
    ),
  );
}

function systemOf(table: CountTable, blocks: readonly Block[]): LinearSystem {
  const system = new LinearSystem();
  const one = (cell: CellAt) => [idOf(table, cell), 1] as const;
  // What was told before is mostly told again.
  const distinct = new Map(blocks.map((block) => [Object.values(block).join(), block]));
  for (const block of distinct.values()) {
    const { figure, row, from, to } = block;
    const cells = span(from, to).map((period) => one({ figure, row, period }));
    system.equal(cells, sumIn(table, block));
  }
  addTotals(system, table);
  for (const { name, parts, within } of table.figures)
    for (const row of table.rows.keys())
      for (const period of table.periods.keys()) {
        const less = (figure: string) => [idOf(table, { figure, row, period }), -1] as const;
        const own = one({ figure: name, row, period });
        if (parts.length > 0) system.equal([own, ...parts.map(less)], 0);
        if (within.length > 0) system.atMost([own, ...within.map(less)], 0);
      }
  return system;
}

/** What is known of the sums over all rows. */
function addTotals(system: LinearSystem, table: CountTable): void {
  for (const { name: figure, isRunning } of table.figures) {
    const ends = new Map<number, { period: number; value: number }>([[0, { period: -1, value: 0 }]]);
    const rowsIn = (from: number, to: number, factor: number) =>
      [...table.rows.keys()].flatMap((row) =>
        span(from, to).map((period) => [idOf(table, { figure, row, period }), factor] as const),
      );
    for (const [period, { group, value, least, most }] of (table.totals?.[figure] ?? []).entries()) {
      const start = ends.get(0)?.period ?? -1;
      const before = ends.get(0)?.value ?? 0;
      const end = ends.get(group);
      if (!isRunning) {
        if (group === 0) system.equal(rowsIn(period, period, 1), value);
        continue;
      }
      if (end) system.equal(rowsIn(end.period + 1, period, 1), value - end.value);
      ends.set(group, { period, value });
      if (group === 0) continue;
      if (least > before) system.atMost(rowsIn(start + 1, period, -1), before - least);
      if (Number.isFinite(most)) system.atMost(rowsIn(start + 1, period, 1), most - before);
    }
  }
}

function idOf({ figures, rows, periods }: CountTable, { figure, row, period }: CellAt): number {
  const at = figures.findIndex(({ name }) => name === figure);
  return (at * rows.length + row) * periods.length + period;
}

function rowOf({ rows, periods }: CountTable, variable: number): number {
  return Math.floor(variable / periods.length) % rows.length;
}

/** All values of a table by the numbers of their variables. */
function valuesOf({ figures, rows, periods, values }: CountTable): number[] {
  return figures.flatMap(({ name }) =>
    [...rows.keys()].flatMap((row) =>
      [...periods.keys()].map((period) => values[name]?.[row]?.[period] ?? 0),
    ),
  );
}

const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
