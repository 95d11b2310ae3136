import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { ProgressCube } from '../progress.ts';
import { blocksOf, type CellAt, type CountTable, type Told } from './countTable.ts';
import { disclosedCube, type ToldTable } from './disclosedCube.ts';
import {
  distinct,
  knownBlocks,
  knownOf,
  withheldIn,
  withheldOf,
  type KnownSum,
  type Remembered,
  type Spans,
  type WithheldCell,
} from './known.ts';
import { pastIn } from './past.ts';
import { protect } from './protect.ts';
import { shareTable, wholeIn } from './shareTable.ts';
import { isTold, nationTable, regionTable, type Counted } from './tables.ts';

type Knowing = Pick<CountryPack, 'country' | 'indicators' | 'capabilities'>;

/** A cube as the public reads it, and what is to be remembered once it does. */
export interface Disclosed {
  cube: ProgressCube;
  remembered: Remembered;
  /** Which of the country's cells are told, by figure and month. */
  nationTold: Told;
}

/**
 * The frozen figures of the country's progress as everybody may read them, after what earlier releases told and left out. Of
 * figures about people small cells are not told, nor what would tell them; regions' are told by quarter.
 */
export function disclosedProgress(
  counted: Counted,
  remembered: Remembered,
  { until, pack }: { until: Month; pack: Knowing },
): Disclosed {
  const { cube } = counted;
  let kept: WithheldCell[] = [];
  for (;;) {
    const nation = protectedNation(counted, withMore(remembered, { withheld: kept }), pack);
    const regions = protectedRegions(counted, remembered, { until, pack, nation });
    // Where all other regions are known already, the country's own sum waits for its next month.
    const more = regions.exposed
      .map((cell) => monthOfNation(cube, regions.periods, nation.told, cell))
      .filter((cell) => cell !== undefined);
    if (more.length === 0) {
      return {
        cube: disclosedCube(cube, { country: pack.country, nation, regions }),
        remembered: withMore(remembered, {
          told: [...nation.known, ...regions.known],
          withheld: [...nation.withheld, ...regions.withheld],
        }),
        nationTold: nation.told,
      };
    }
    kept = [...kept, ...withheldOf(nation.table, more)];
  }
}

const withMore = (
  remembered: Remembered,
  { told = [], withheld }: { told?: KnownSum[]; withheld: WithheldCell[] },
): Remembered => ({
  ...remembered,
  told: distinct([...remembered.told, ...told]),
  withheld: distinct([...remembered.withheld, ...withheld]),
});

/**
 * A donor's share of what was done for people, told for the country as a whole and where the country's own is, so that what
 * is left of that tells of nobody either. By region it would be of one or two facilities.
 */
export function disclosedShare(
  counted: Counted,
  remembered: Remembered,
  { whole, nationTold, pack }: { whole: Counted; nationTold: Told; pack: Knowing },
): Pick<Disclosed, 'cube' | 'remembered'> {
  const { cube } = counted;
  const { table, spans } = shareTable(counted, whole, pack);
  const nation = protectedTable({ table, spans }, remembered, ({ figure, period }) => {
    const name = wholeIn(figure);
    return name !== undefined && !isTold(nationTold, name, whole.cube, table.periods[period] ?? '');
  });
  return {
    cube: disclosedCube(cube, { country: pack.country, nation }),
    remembered: withMore(remembered, { told: nation.known, withheld: nation.withheld }),
  };
}

interface ProtectedTable extends ToldTable {
  known: KnownSum[];
  withheld: WithheldCell[];
}

function protectedNation(counted: Counted, remembered: Remembered, pack: Knowing): ProtectedTable {
  return protectedTable(nationTable(counted, pack), remembered, () => false);
}

function protectedRegions(
  counted: Counted,
  remembered: Remembered,
  { until, pack, nation }: { until: Month; pack: Knowing; nation: ToldTable },
): ProtectedTable & { exposed: CellAt[]; periods: readonly Month[] } {
  const months = counted.cube.months.map((month) => ({ first: month, last: month }));
  const nationKnown = knownBlocks(nation.table, months, remembered.told);
  const { table, spans } = regionTable(counted, pack, { until, nationTold: nation.told, nationKnown });
  const { table: toldBefore } = regionTable(counted, pack, { until, nationTold: {}, nationKnown });
  const isWithheld = ({ figure, period }: CellAt) => !table.totals?.[figure]?.[period]?.isTold;
  const found = protectedTable({ table, spans }, remembered, isWithheld, toldBefore);
  return { ...found, periods: table.periods };
}

function protectedTable(
  { table, spans }: { table: CountTable; spans: Spans },
  remembered: Remembered,
  isWithheld: (cell: CellAt) => boolean,
  toldBefore?: CountTable,
) {
  const known = knownBlocks(table, spans, remembered.told);
  const withheld = withheldIn(table, remembered.withheld);
  const past = pastIn(table, remembered.past);
  const found = protect(table, { known, past, withheld, isWithheld, ...(toldBefore && { toldBefore }) });
  return {
    ...found,
    table,
    known: knownOf(table, spans, blocksOf(table, found.told)),
    withheld: withheldOf(table, found.withheld),
  };
}

/** The country's cell that exposes one of a region: that of its month, or the next that is told. */
function monthOfNation(
  { months }: ProgressCube,
  periods: readonly Month[],
  told: Told,
  { figure, period }: CellAt,
): CellAt | undefined {
  const month = months.indexOf(periods[period] ?? '');
  const next = told[figure]?.[0]?.findIndex((isOne, at) => isOne && at >= month) ?? -1;
  return next < 0 ? undefined : { figure, row: 0, period: next };
}
