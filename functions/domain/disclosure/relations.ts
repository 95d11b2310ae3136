import { sumIn, type Block, type CellAt, type CountTable } from './countTable.ts';

/** A cell as it is, or what it was before a correction: that is another unknown. */
export interface CellThen extends CellAt {
  was?: number;
}

/** What is known of some cells: what they are together, each so many times; or how much at most. */
export interface CellRelation {
  terms: readonly (readonly [CellThen, factor: number])[];
  sum: number;
  isEqual: boolean;
}

/** All that is known of a table of which some sums are told. */
export function relationsIn(table: CountTable, blocks: readonly Block[]): CellRelation[] {
  return [...toldSums(table, blocks), ...knownTotals(table), ...rulesOf(table), ...shownLeast(table)];
}

function toldSums(table: CountTable, blocks: readonly Block[]): CellRelation[] {
  // What was told before is mostly told again.
  const distinct = new Map(blocks.map((block) => [Object.values(block).join(), block]));
  return [...distinct.values()].map((block) => equal(termsOf(block, 1), sumIn(table, block)));
}

/** That sums have parts, and what no figure is more than. */
function rulesOf({ figures, rows, periods }: CountTable): CellRelation[] {
  return figures
    .filter(({ parts, within }) => parts.length > 0 || within.length > 0)
    .flatMap(({ name, parts, within }) =>
      [...rows.keys()].flatMap((row) =>
        [...periods.keys()].flatMap((period) => {
          const less = (figure: string) => [{ figure, row, period }, -1] as const;
          const own = [{ figure: name, row, period }, 1] as const;
          return [
            ...(parts.length > 0 ? [equal([own, ...parts.map(less)], 0)] : []),
            ...(within.length > 0 ? [atMost([own, ...within.map(less)], 0)] : []),
          ];
        }),
      ),
    );
}

/** How much there is at least where other figures tell it, and that there is nothing where they do. */
function shownLeast({ least = {} }: CountTable): CellRelation[] {
  return Object.entries(least).flatMap(([figure, rows]) =>
    rows.flatMap((cells, row) =>
      cells.map((amount, period) => {
        const cell = { figure, row, period };
        return amount === 0 ? equal([[cell, 1]], 0) : atMost([[cell, -1]], -amount);
      }),
    ),
  );
}

/** What is known of the sums over all rows. */
function knownTotals({ figures, rows, totals = {} }: CountTable): CellRelation[] {
  return figures.flatMap(({ name: figure, isRunning }) => {
    const ends = new Map<number, { period: number; value: number }>([[0, { period: -1, value: 0 }]]);
    const rowsIn = (from: number, to: number, factor: number) =>
      [...rows.keys()].flatMap((row) => termsOf({ figure, row, from, to }, factor));
    return (totals[figure] ?? []).flatMap(({ group, value, least, most }, period): CellRelation[] => {
      const start = ends.get(0)?.period ?? -1;
      const before = ends.get(0)?.value ?? 0;
      const end = ends.get(group);
      if (!isRunning) return group === 0 ? [equal(rowsIn(period, period, 1), value)] : [];
      ends.set(group, { period, value });
      const isBounded = group !== 0;
      return [
        ...(end ? [equal(rowsIn(end.period + 1, period, 1), value - end.value)] : []),
        ...(isBounded && least > before ? [atMost(rowsIn(start + 1, period, -1), before - least)] : []),
        ...(isBounded && Number.isFinite(most) ? [atMost(rowsIn(start + 1, period, 1), most - before)] : []),
      ];
    });
  });
}

/** The cells of a block, each so many times. */
export function termsOf(
  { figure, row, from, to }: Block,
  factor: number,
): (readonly [CellAt, factor: number])[] {
  return Array.from({ length: to - from + 1 }, (_, at) => [{ figure, row, period: from + at }, factor]);
}

const equal = (terms: CellRelation['terms'], sum: number): CellRelation => ({ terms, sum, isEqual: true });
export const atMost = (terms: CellRelation['terms'], sum: number): CellRelation => ({
  terms,
  sum,
  isEqual: false,
});
