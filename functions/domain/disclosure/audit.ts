import { LinearSystem, type Freedom, type Relation } from './linearSystem.ts';
import { isWide } from './bounds.ts';
import {
  cellKey,
  fewestTold,
  isSafe,
  sumIn,
  type Block,
  type CellAt,
  type CountTable,
} from './countTable.ts';
import { atMost, relationsIn, termsOf, type CellRelation } from './relations.ts';
import { Unknowns } from './unknowns.ts';

/** What someone knows of a table. */
interface Knowledge {
  /** The sums that are told, or were and are still so. */
  blocks: readonly Block[];
  /** Of what there is something, since nothing would be told. */
  notZero?: readonly Block[];
  /** What earlier releases told before corrections made it another. */
  past?: readonly CellRelation[];
}

/**
 * The protected cells of which someone who reads all that is told could know too much: the narrowest bounds that follow
 * from it, by linear programming, are nearer to each other than `fewestTold`. The public is taken to know the rules, that
 * nothing is negative, what is a sum or a part of what, and all that earlier releases told, of the same cells or of what they
 * were before.
 *
 * The intruder's problem: Fischetti and Salazar-González, Solving the cell suppression problem on tabular data with linear
 * constraints, Management Science 47 (2001).
 */
export function audited(
  table: CountTable,
  { blocks, notZero = [], past = [] }: Knowledge,
  { seen = new Map(), givenAway = new Set() }: AuditFindings = {},
): CellAt[] {
  const something = notZero.map((block) => atMost(termsOf(block, -1), -1));
  const unknowns = new Unknowns(table);
  const all = [...relationsIn(table, blocks), ...past, ...something];
  const system = new LinearSystem(unknowns.numbered(all));
  const truth = (variable: number) => unknowns.valueOf(variable);
  const freedoms = new Map<string, Freedom>();
  const freedomOf = (rows: ReadonlySet<number>): Freedom => {
    const key = [...rows].join(' ');
    const known = freedoms.get(key) ?? {
      isFree: (variable: number) => rows.has(unknowns.rowOf(variable)),
      truth,
      parts: new Map<number, Relation[]>(),
    };
    freedoms.set(key, known);
    return known;
  };
  const isOpen = (block: Block) =>
    termsOf(block, 1).some(([cell]) => system.fixed(unknowns.of(cell)) === undefined);
  return protectedIn(table)
    .filter(({ figure, row, to }) => !givenAway.has(cellKey({ figure, row, period: to })))
    .filter((block) => {
      const sum = termsOf(block, 1).map(([cell]) => unknowns.of(cell));
      const [own, near] = [Object.values(block).join(' '), `${block.figure} ${block.row}`];
      for (const rows of inTurn(seen.get(own), seen.get(near), rowsAround(table, block, isOpen))) {
        if (!isWide(system, sum, fewestTold, freedomOf(rows))) continue;
        for (const key of [own, near]) seen.set(key, [rows]);
        return false;
      }
      return true;
    })
    .map(({ figure, row, to }) => ({ figure, row, period: to }));
}

/** What audits of the same table found, which need not be found again. */
export interface AuditFindings {
  seen?: SeenWide;
  /** Keys of the cells that are known however this one ends. */
  givenAway?: ReadonlySet<string>;
}

/**
 * Among which rows a protected block was seen to be wide, and the last one of its figure and row: they are looked at first when
 * it is audited again, or another one of them is.
 */
type SeenWide = Map<string, ReadonlySet<number>[]>;

function* inTurn<One>(...lists: (Iterable<One> | undefined)[]): Generator<One> {
  for (const list of lists) yield* list ?? [];
}

/** How many rows a program is about at most: larger ones take long, and what they alone would show to be wide is left out instead. */
const manyRows = [3, 6, 10, 15];

/**
 * In which rows to look for other solutions: what is wide where only some rows may be other than they are is wide in all.
 * Small programs first, since they nearly always suffice: the row alone, then with each other one of which something is not
 * known there, the fullest first.
 */
function* rowsAround(
  table: CountTable,
  block: Block,
  isOpen: (block: Block) => boolean,
): Generator<ReadonlySet<number>> {
  const { row } = block;
  yield new Set([row]);
  const amounts = [...table.rows.keys()].map((other) => sumIn(table, { ...block, row: other }));
  const { true: open = [], false: known = [] } = Object.groupBy(
    [...amounts.keys()]
      .filter((other) => other !== row)
      .sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0)),
    (other) => (isOpen({ ...block, row: other }) ? 'true' : 'false'),
  );
  for (const other of open) yield new Set([row, other]);
  const others = [...open, ...known];
  for (const count of manyRows) if (others.length > 1) yield new Set([row, ...others.slice(0, count)]);
}

/** What must not be known: small cells, and small totals of a running figure. */
function protectedIn(table: CountTable): Block[] {
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
