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
import { protect } from './protect.ts';
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
  let withheld = remembered.withheld;
  for (;;) {
    const before = { ...remembered, withheld };
    const nation = protectedNation(counted, before, pack);
    const regions = protectedRegions(counted, before, { until, pack, nationTold: nation.told });
    withheld = distinct([...withheld, ...nation.withheld, ...regions.withheld]);
    // Where all other regions are known already, the country's own sum waits for its next month.
    const more = regions.exposed
      .map((cell) => monthOfNation(cube, regions.periods, nation.told, cell))
      .filter((cell) => cell !== undefined);
    if (more.length === 0)
      return {
        cube: disclosedCube(cube, { country: pack.country, nation, regions }),
        remembered: { told: distinct([...remembered.told, ...nation.known, ...regions.known]), withheld },
        nationTold: nation.told,
      };
    withheld = distinct([...withheld, ...withheldOf(nation.table, more)]);
  }
}

/**
 * A donor's share of what was done for people, told for the country as a whole and where the country's own is: by region it
 * would be of one or two facilities.
 */
export function disclosedShare(
  counted: Counted,
  remembered: Remembered,
  { whole, pack }: { whole: Pick<Disclosed, 'cube' | 'nationTold'>; pack: Knowing },
): Pick<Disclosed, 'cube' | 'remembered'> {
  const { cube } = counted;
  const nation = protectedNation(counted, remembered, pack, ({ figure, period }) => {
    const name = figure.replace(/^(attributed|supported)\./, '');
    return !isTold(whole.nationTold, name, whole.cube, cube.months[period] ?? '');
  });
  return {
    cube: disclosedCube(cube, { country: pack.country, nation }),
    remembered: { told: distinct([...remembered.told, ...nation.known]), withheld: nation.withheld },
  };
}

interface ProtectedTable extends ToldTable {
  known: KnownSum[];
  withheld: WithheldCell[];
}

function protectedNation(
  counted: Counted,
  remembered: Remembered,
  pack: Knowing,
  isWithheld: (cell: CellAt) => boolean = () => false,
): ProtectedTable {
  return protectedTable(nationTable(counted, pack), remembered, isWithheld);
}

function protectedRegions(
  counted: Counted,
  remembered: Remembered,
  { until, pack, nationTold }: { until: Month; pack: Knowing; nationTold: Told },
): ProtectedTable & { exposed: CellAt[]; periods: readonly Month[] } {
  const { table, spans } = regionTable(counted, pack, { until, nationTold });
  const isWithheld = ({ figure, period }: CellAt) => !table.totals?.[figure]?.[period]?.isTold;
  return { ...protectedTable({ table, spans }, remembered, isWithheld), periods: table.periods };
}

function protectedTable(
  { table, spans }: { table: CountTable; spans: Spans },
  remembered: Remembered,
  isWithheld: (cell: CellAt) => boolean,
) {
  const known = knownBlocks(table, spans, remembered.told);
  const withheld = withheldIn(table, remembered.withheld);
  const found = protect(table, { known, withheld, isWithheld });
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
