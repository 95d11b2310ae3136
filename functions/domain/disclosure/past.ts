import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { ProgressCube } from '../progress.ts';
import { cellKey, type Block, type CountTable } from './countTable.ts';
import { knownBlocks, type KnownSum, type PastRelation, type Spans } from './known.ts';
import { LinearSystem } from './linearSystem.ts';
import { relationsIn, type CellRelation, type CellThen } from './relations.ts';
import { shareTable } from './shareTable.ts';
import { nationTable, regionTable, type Counted } from './tables.ts';
import { Unknowns } from './unknowns.ts';

type Knowing = Pick<CountryPack, 'country' | 'indicators' | 'capabilities'>;

/** A table as it was when the release before was made, and as it is. */
interface Compared {
  then: { table: CountTable; spans: Spans };
  now: { table: CountTable };
}

/**
 * What follows from the sums that releases told and that corrections have changed since: of the country and its regions. A
 * sum that was told, less the parts of it that were, is still known of what is left.
 */
export function lostSince(
  then: Counted,
  now: ProgressCube,
  told: readonly KnownSum[],
  pack: Knowing,
): PastRelation[] {
  const nation = { then: nationTable(then, pack), now: nationTable(bare(now), pack) };
  const nationKnown = knownBlocks(nation.then.table, nation.then.spans, told);
  const regions = (counted: Counted) =>
    regionTable(counted, pack, { until: lastOf(then.cube), nationTold: {}, nationKnown });
  return [nation, { then: regions(then), now: regions(bare(now)) }].flatMap((tables) => lostIn(tables, told));
}

/** The same of a donor's share. */
export function lostInShare(
  then: { cube: ProgressCube; whole: ProgressCube },
  now: { cube: ProgressCube; whole: ProgressCube },
  told: readonly KnownSum[],
  pack: Knowing,
): PastRelation[] {
  const of = ({ cube, whole }: typeof then) => shareTable(bare(cube), bare(whole), pack);
  return lostIn({ then: of(then), now: of(now) }, told);
}

const bare = (cube: ProgressCube): Counted => ({ cube, reporters: { months: [], rows: [], figures: {} } });

const lastOf = ({ months }: ProgressCube): Month => months.at(-1) ?? '';

function lostIn({ then, now }: Compared, told: readonly KnownSum[]): PastRelation[] {
  const { table, spans } = then;
  const toldThen = knownBlocks(table, spans, told);
  const relations = relationsIn(table, toldThen);
  const unknowns = new Unknowns(table);
  const system = new LinearSystem(unknowns.numbered(relations));
  const isChanged = (cell: CellThen) => valueAt(table, cell) !== valueLike(now.table, table, cell);
  const knownThen = (cell: CellThen) => system.fixed(unknowns.of(cell));
  const lost = relations.filter(({ terms }) => terms.some(([cell]) => isChanged(cell)));
  // What followed of single cells stays known too: those of which more is told than that, and those that were changed.
  const isStillTold = new Set(toldThen.filter(({ from, to }) => from === to).map(keyOfBlock));
  const followed = new Map(
    lost
      .flatMap(({ terms }) => terms.map(([cell]) => cell))
      .filter((cell) => knownThen(cell) !== undefined)
      .map((cell) => [cellKey(cell), cell]),
  );
  return [
    ...lost.map((relation) => withoutKnown(relation, knownThen)),
    ...[...followed.values()]
      .filter((cell) => isChanged(cell) || !isStillTold.has(cellKey(cell)))
      .map((cell) => ({ terms: [[cell, 1] as const], sum: valueAt(table, cell), isEqual: true })),
  ]
    .filter(({ terms }) => terms.length > 0)
    .map((relation) => asRemembered(relation, table));
}

const keyOfBlock = ({ figure, row, to }: Block): string => cellKey({ figure, row, period: to });

/** A relation of what was not known by itself. */
function withoutKnown(
  { terms, sum, isEqual }: CellRelation,
  known: (cell: CellThen) => number | undefined,
): CellRelation {
  const rest = terms.reduce((all, [cell, factor]) => all - factor * (known(cell) ?? 0), sum);
  return { terms: terms.filter(([cell]) => known(cell) === undefined), sum: rest, isEqual };
}

const asRemembered = ({ terms, sum, isEqual }: CellRelation, table: CountTable): PastRelation => ({
  terms: terms.map(([cell, factor]) => [
    cell.figure,
    table.rows[cell.row] ?? '',
    table.periods[cell.period] ?? '',
    valueAt(table, cell),
    factor,
  ]),
  sum,
  isEqual,
});

/** What is remembered of the past, of the cells of a table: as they are, or as they were. */
export function pastIn(table: CountTable, past: readonly PastRelation[] = []): CellRelation[] {
  const figures = new Set(table.figures.map(({ name }) => name));
  const [rowAt, periodAt] = [table.rows, table.periods].map(
    (names) => new Map(names.map((name, at) => [name, at])),
  );
  return past.flatMap(({ terms, sum, isEqual }) => {
    const known = terms.flatMap(([figure, name, month, value, factor]) => {
      const [row, period] = [rowAt?.get(name), periodAt?.get(month)];
      if (row === undefined || period === undefined || !figures.has(figure)) return [];
      const cell = { figure, row, period };
      const isSame = valueAt(table, cell) === value;
      return [[isSame ? cell : { ...cell, was: value }, factor] as const];
    });
    return known.length === terms.length ? [{ terms: known, sum, isEqual }] : [];
  });
}

const valueAt = ({ values }: CountTable, { figure, row, period }: CellThen): number =>
  values[figure]?.[row]?.[period] ?? 0;

/** What a cell of a table is in another one. */
function valueLike(
  other: CountTable,
  { rows, periods }: CountTable,
  { figure, row, period }: CellThen,
): number {
  return valueAt(other, {
    figure,
    row: other.rows.indexOf(rows[row] ?? ''),
    period: other.periods.indexOf(periods[period] ?? ''),
  });
}
