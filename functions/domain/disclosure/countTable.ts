/** A count of people, or of what was done for them, as it stands in a table with others. */
export interface CountFigure {
  name: string;
  /** Whether periods add up to a total; otherwise each stands alone. */
  isRunning: boolean;
  /** The figures of the table that it is the sum of; none where it is no sum. */
  parts: readonly string[];
  /** The figures of the table of whose sum it is a part, and cannot be more. */
  within: readonly string[];
  /** Whether another table tells it: leaving it out of this one protects nobody. */
  isToldElsewhere?: boolean;
}

/** Counts by figure, row and period, whole as they are before anything is left out. */
export interface CountTable {
  figures: readonly CountFigure[];
  rows: readonly string[];
  periods: readonly string[];
  /** By figure, row and period. */
  values: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Of how many facilities it is at least, by figure, row and period. */
  facilities: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Of which groups of facilities, as bits of a number, where those are counted: periods together may be of more of them. */
  groups?: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** How much of it everybody knows that there is at least, and that it is nothing where this is: other figures tell it. */
  least?: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** What is known of the sums over all rows, by figure and period; of a table of sums nothing is. */
  totals?: Readonly<Record<string, readonly Total[]>>;
}

/** A sum over all rows: of a running figure all until the end of the period. */
export interface Total {
  isTold: boolean;
  /** Sums whose ends are in one group are known by what was ever told of them; all from the start are in the first, 0. */
  group: number;
  value: number;
  /** What it is at least and at most by what is told about it. */
  least: number;
  most: number;
}

/** The figure of which another one is a part, where the table tells it. */
export const wholeOf = ({ figures }: CountTable, figure: string): string | undefined =>
  figures.find(({ parts, isToldElsewhere }) => !isToldElsewhere && parts.includes(figure))?.name;

/** Whether a sum over all rows is known from the start, told now or by an earlier release. */
export const isTotalKnown = (table: CountTable, { figure, period }: Omit<CellAt, 'row'>): boolean =>
  table.totals?.[figure]?.[period]?.group === 0;

/** Which cells are told, by figure, row and period: of a running figure its total at the end of the period. */
export type Told = Record<string, boolean[][]>;

/** Periods that are told as one sum, from the first to the last of them, by their indexes. */
export interface Block {
  figure: string;
  row: number;
  from: number;
  to: number;
}

/** Where a cell is. */
export interface CellAt {
  figure: string;
  row: number;
  period: number;
}

/** A cell as a text, to be found in sets. */
export const cellKey = ({ figure, row, period }: CellAt): string => `${figure} ${row} ${period}`;

/** Whoever is protected is one of at least this many, and a bound on a protected cell is at least as wide. */
export const fewestTold = 5;

/** A sum of fewer facilities tells each of two what the other one did. */
const fewestFacilities = 3;

/** What is counted in a block. */
export function sumIn({ values }: Pick<CountTable, 'values'>, block: Block): number {
  return cellsIn(values, block).reduce((sum, value) => sum + value, 0);
}

/**
 * Whether a block may be told by the rules for primary suppression: nothing happened, or it is of enough people, beyond those
 * who are known of anyway, and of enough facilities. A minimum frequency rule (Hundepool et al., Statistical Disclosure
 * Control, Wiley 2012, 4.2).
 */
export function isSafe(table: CountTable, block: Block): boolean {
  const sum = sumIn(table, block);
  if (sum === 0) return true;
  const least = cellsIn(table.least, block).reduce((all, each) => all + each, 0);
  return sum - least >= fewestTold && facilitiesIn(table, block) >= fewestFacilities;
}

/** Of how many facilities a block is at least. */
function facilitiesIn({ facilities, groups }: CountTable, block: Block): number {
  const together = cellsIn(groups, block).reduce((all, each) => all | each, 0);
  return Math.max(bitsIn(together), ...cellsIn(facilities, block));
}

function bitsIn(whole: number): number {
  return [...whole.toString(2)].filter((digit) => digit === '1').length;
}

const cellsIn = (values: CountTable['values'] = {}, { figure, row, from, to }: Block): readonly number[] =>
  (values[figure]?.[row] ?? []).slice(from, to + 1);

/** What is told, as sums of periods: each from after the one told before it. */
export function blocksOf(table: Pick<CountTable, 'figures'>, told: Told): Block[] {
  return table.figures.flatMap(({ name, isRunning }) =>
    (told[name] ?? []).flatMap((cells, row) => {
      let from = 0;
      return cells.flatMap((isTold, period): Block[] => {
        if (!isTold) return [];
        const block = { figure: name, row, from: isRunning ? from : period, to: period };
        from = period + 1;
        return [block];
      });
    }),
  );
}
