import { audited, type AuditFindings } from './audit.ts';
import {
  blocksOf,
  cellKey,
  isTotalKnown,
  sumIn,
  wholeOf,
  type Block,
  type CellAt,
  type CountTable,
  type Told,
} from './countTable.ts';
import type { CellRelation } from './relations.ts';
import { blockAt, complementOf, suppressed } from './suppress.ts';

interface Protected {
  told: Told;
  /** Protected cells that only the table's totals could protect: they are to be left out of those. */
  exposed: CellAt[];
  /** What the audit left out for others' sake, with what it began with. */
  withheld: CellAt[];
}

/** What is there before a table is protected. */
export interface Before {
  /** What earlier releases told of it. */
  known: readonly Block[];
  /** The table as far as those told its totals. */
  toldBefore?: CountTable;
  /** What follows from what they told and is so no more. */
  past?: readonly CellRelation[];
  /** What they left out. */
  withheld: readonly CellAt[];
  /** What is not told for another reason. */
  isWithheld: (cell: CellAt) => boolean;
}

/**
 * Which cells of a table are told, so that it passes the audit together with what earlier releases told: as long as it does
 * not, more is left out. What those have given away by themselves is past protecting. What is `found` of the same table and
 * the same releases before it is for the next time that the table is protected, when less is told besides.
 */
export function protect(table: CountTable, before: Before, found: AuditFindings = {}): Protected {
  const { known, toldBefore = { ...table, totals: {} }, past = [], withheld, isWithheld } = before;
  const added = new Map(withheld.map((cell) => [cellKey(cell), cell]));
  const isKnown = knownIn(known);
  found.seen ??= new Map();
  const toldThen = toldWhere(toldBefore, isKnown);
  // What earlier releases left out of a sum that they told is not zero.
  const notZeroThen = notZeroIn(toldBefore, toldThen).filter(({ figure, row, to }) =>
    added.has(cellKey({ figure, row, period: to })),
  );
  found.givenAway ??= new Set(
    audited(toldBefore, { blocks: known, past, notZero: notZeroThen }, found).map(cellKey),
  );
  for (;;) {
    const told = suppressed(table, {
      isKnown,
      isWithheld: (cell) => isWithheld(cell) || added.has(cellKey(cell)),
    });
    const blocks = [...known, ...blocksOf(table, told)];
    const knowledge = { blocks, past, notZero: notZeroIn(table, told) };
    const exposed = audited(table, knowledge, found);
    const more = exposed
      .map((cell) => moreToHide(table, told, cell, isKnown))
      .filter((cell) => cell !== undefined);
    if (more.length === 0)
      return {
        told,
        exposed,
        withheld: distinctCells([...added.values(), ...leftOut(table, told, isWithheld)]),
      };
    for (const cell of more) added.set(cellKey(cell), cell);
  }
}

const distinctCells = (cells: readonly CellAt[]): CellAt[] => [
  ...new Map(cells.map((cell) => [cellKey(cell), cell])).values(),
];

/** What is left out of a table itself, and stays so: another choice later would tell both. */
function leftOut(table: CountTable, told: Told, isWithheld: (cell: CellAt) => boolean): CellAt[] {
  return cellsOf(table).filter(
    (cell) => !told[cell.figure]?.[cell.row]?.[cell.period] && !isWithheld(cell) && countAt(table, cell) > 0,
  );
}

/** Sums of what is not told of which everybody knows that they are not zero: zeros are told where the total is. */
export function notZeroIn(table: CountTable, told: Told): Block[] {
  const isPart = new Set(table.figures.flatMap(({ parts }) => parts));
  return cellsOf(table)
    .filter(({ figure, row, period }) => !isPart.has(figure) && !told[figure]?.[row]?.[period])
    .filter((cell) => isTotalKnown(table, cell))
    .map((cell) => blockAt(table, told, cell))
    .filter((block) => sumIn(table, block) > 0);
}

function cellsOf({ figures, rows, periods }: CountTable): CellAt[] {
  return figures.flatMap(({ name: figure }) =>
    [...rows.keys()].flatMap((row) => [...periods.keys()].map((period) => ({ figure, row, period }))),
  );
}

/** Which cells of a table are told, where those of which `isTold` says so. */
const toldWhere = ({ figures, rows, periods }: CountTable, isTold: (cell: CellAt) => boolean): Told =>
  Object.fromEntries(
    figures.map(({ name: figure }) => [
      figure,
      [...rows.keys()].map((row) => [...periods.keys()].map((period) => isTold({ figure, row, period }))),
    ]),
  );

const countAt = ({ values }: CountTable, { figure, row, period }: CellAt): number =>
  values[figure]?.[row]?.[period] ?? 0;

/**
 * What else to leave out for an exposed cell: another row's of the period; where no total is known, the next that is told of
 * its row; or the sum of which it is a part, and others of that, where the other parts were told before.
 */
function moreToHide(
  table: CountTable,
  told: Told,
  { figure, row, period }: CellAt,
  isKnown: (cell: CellAt) => boolean,
): CellAt | undefined {
  const other = complementOf(table, told, { figure, period }, { isKnown });
  if (other) return other;
  if (!isTotalKnown(table, { figure, period })) {
    const next = told[figure]?.[row]?.findIndex((isTold, at) => isTold && at >= period) ?? -1;
    if (next >= 0) return { figure, row, period: next };
  }
  const whole = wholeOf(table, figure);
  if (whole === undefined) return undefined;
  const sum = { figure: whole, row, period };
  const isOpen = told[sum.figure]?.[row]?.[period] && !isKnown(sum);
  return isOpen ? sum : complementOf(table, told, sum, { isKnown });
}

function knownIn(known: readonly Block[]): (cell: CellAt) => boolean {
  const cells = new Set(known.map(({ figure, row, to }) => cellKey({ figure, row, period: to })));
  return (cell) => cells.has(cellKey(cell));
}
