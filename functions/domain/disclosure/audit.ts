import { LinearSystem } from './linearSystem.ts';
import { wideEnough } from './bounds.ts';
import { fewestTold, isSafe, sumIn, type Block, type CellAt, type CountTable } from './countTable.ts';

/**
 * The protected cells of which someone who reads all that is told could know too much: the narrowest bounds that follow
 * from it, by linear programming, are nearer to each other than `fewestTold`. The public is taken to know the rules, that
 * nothing is negative, what is a sum or a part of what, and all that earlier releases told of the same cells (`blocks`).
 *
 * The intruder's problem: Fischetti and Salazar-González, Solving the cell suppression problem on tabular data with linear
 * constraints, Management Science 47 (2001).
 */
export function audited(table: CountTable, blocks: readonly Block[]): CellAt[] {
  const system = systemOf(table, blocks);
  const cells = protectedIn(table);
  const sums = cells.map(({ figure, row, from, to }) =>
    span(from, to).map((period) => idOf(table, { figure, row, period })),
  );
  const isWide = wideEnough(system, sums, fewestTold);
  return cells.flatMap(({ figure, row, to }, index) => (isWide[index] ? [] : [{ figure, row, period: to }]));
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

/** What the totals say of all rows together, from each that is told to the next. */
function addTotals(system: LinearSystem, table: CountTable): void {
  if (!table.totals) return;
  for (const { name: figure, isRunning } of table.figures) {
    let from = 0;
    for (const period of table.periods.keys()) {
      if (!table.totals.told[figure]?.[period]) continue;
      const periods = span(isRunning ? from : period, period);
      const cells = [...table.rows.keys()].flatMap((row) =>
        periods.map((each) => [idOf(table, { figure, row, period: each }), 1] as const),
      );
      const sum = periods.reduce((all, each) => all + (table.totals?.values[figure]?.[each] ?? 0), 0);
      system.equal(cells, sum);
      from = period + 1;
    }
  }
}

function idOf({ figures, rows, periods }: CountTable, { figure, row, period }: CellAt): number {
  const at = figures.findIndex(({ name }) => name === figure);
  return (at * rows.length + row) * periods.length + period;
}

const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
