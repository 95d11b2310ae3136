import { audited, type SeenWide } from './audit.ts';
import { blocksOf, type Block, type CellAt, type CountTable, type Told } from './countTable.ts';
import { complementOf, suppressed } from './suppress.ts';

export interface Protected {
  told: Told;
  /** Protected cells that only the table's totals could protect: they are to be left out of those. */
  exposed: CellAt[];
  /** What the audit left out for others' sake, with what it began with. */
  withheld: CellAt[];
}

/** A cell as a text, to be found in sets. */
export const cellKey = ({ figure, row, period }: CellAt): string => `${figure} ${row} ${period}`;

/** What is there before a table is protected. */
export interface Before {
  /** What earlier releases told of it. */
  known: readonly Block[];
  /** What they left out for others' sake. */
  withheld: readonly CellAt[];
  /** What is not told for another reason. */
  isWithheld: (cell: CellAt) => boolean;
}

/**
 * Which cells of a table are told, so that it passes the audit together with what earlier releases told: as long as it does
 * not, more is left out.
 */
export function protect(table: CountTable, { known, withheld, isWithheld }: Before): Protected {
  const added = new Map(withheld.map((cell) => [cellKey(cell), cell]));
  const isKnown = knownIn(known);
  const seen: SeenWide = new Map();
  for (;;) {
    const told = suppressed(table, {
      isKnown,
      isWithheld: (cell) => isWithheld(cell) || added.has(cellKey(cell)),
    });
    const exposed = audited(table, [...known, ...blocksOf(table, told)], seen);
    const more = exposed
      .map((cell) => moreToHide(table, told, cell, isKnown))
      .filter((cell) => cell !== undefined);
    if (more.length === 0) return { told, exposed, withheld: [...added.values()] };
    for (const cell of more) added.set(cellKey(cell), cell);
  }
}

/** What else to leave out for an exposed cell: another row's of the period or, where no total matters, the next that is told of its row. */
function moreToHide(
  table: CountTable,
  told: Told,
  { figure, row, period }: CellAt,
  isKnown: (cell: CellAt) => boolean,
): CellAt | undefined {
  const other = complementOf(table, told, { figure, period }, { isKnown });
  if (other) return other;
  const next = told[figure]?.[row]?.findIndex((isTold, at) => isTold && at >= period) ?? -1;
  return next < 0 ? undefined : { figure, row, period: next };
}

function knownIn(known: readonly Block[]): (cell: CellAt) => boolean {
  const cells = new Set(known.map(({ figure, row, to }) => cellKey({ figure, row, period: to })));
  return (cell) => cells.has(cellKey(cell));
}
