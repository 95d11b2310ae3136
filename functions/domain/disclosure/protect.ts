import { audited } from './audit.ts';
import { blocksOf, type Block, type CellAt, type CountTable, type Told } from './countTable.ts';
import { complementOf, suppressed } from './suppress.ts';

export interface Protected {
  told: Told;
  /** Protected cells that only the table's totals could protect: they are to be left out of those. */
  exposed: CellAt[];
}

/** A cell as a text, to be found in sets. */
export const cellKey = ({ figure, row, period }: CellAt): string => `${figure} ${row} ${period}`;

/**
 * Which cells of a table are told, so that it passes the audit together with what earlier releases told (`known`): as long
 * as it does not, more is left out.
 */
export function protect(
  table: CountTable,
  known: readonly Block[],
  isWithheld: (cell: CellAt) => boolean,
): Protected {
  const added = new Set<string>();
  const isKnown = knownIn(known);
  const withheld = { isKnown, isWithheld: (cell: CellAt) => isWithheld(cell) || added.has(cellKey(cell)) };
  for (;;) {
    const told = suppressed(table, withheld);
    const exposed = audited(table, [...known, ...blocksOf(table, told)]);
    const more = exposed.map((cell) => moreToHide(table, told, cell, isKnown));
    if (more.every((cell) => cell === undefined)) return { told, exposed };
    for (const cell of more) if (cell) added.add(cellKey(cell));
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
