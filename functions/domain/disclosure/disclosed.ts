import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { ProgressCube } from '../progress.ts';
import { blocksOf, type CellAt, type Told } from './countTable.ts';
import { disclosedCube, type ToldTable } from './disclosedCube.ts';
import { distinct, knownBlocks, knownOf, type KnownSum } from './known.ts';
import { cellKey, protect } from './protect.ts';
import { isTold, nationTable, regionTable } from './tables.ts';

type Knowing = Pick<CountryPack, 'country' | 'indicators' | 'capabilities'>;

/** A cube as the public reads it, and all that is known of its cells once it does. */
export interface Disclosed {
  cube: ProgressCube;
  known: KnownSum[];
  /** Which of the country's cells are told, by figure and month. */
  nationTold: Told;
}

/**
 * The frozen figures of the country's progress as everybody may read them (`known`: what earlier releases told and is still
 * so). Of figures about people small cells are not told, nor what would tell them; regions' are told by quarter.
 */
export function disclosedProgress(
  cube: ProgressCube,
  known: readonly KnownSum[],
  { until, pack }: { until: Month; pack: Knowing },
): Disclosed {
  const kept = new Set<string>();
  for (;;) {
    const nation = protectedNation(cube, known, pack, (cell) => kept.has(cellKey(cell)));
    const regions = protectedRegions(cube, known, { until, pack, nationTold: nation.told });
    // Where all other regions are known already, the country's own sum waits for its next month.
    const more = regions.exposed
      .map((cell) => monthOfNation(cube, regions.periods, nation.told, cell))
      .filter((cell) => cell !== undefined);
    if (more.length === 0) {
      const told = [...nation.known, ...regions.known];
      return {
        cube: disclosedCube(cube, { country: pack.country, nation, regions }),
        known: distinct([...known, ...told]),
        nationTold: nation.told,
      };
    }
    for (const cell of more) kept.add(cellKey(cell));
  }
}

/**
 * A donor's share of what was done for people, told for the country as a whole and where the country's own is: by region it
 * would be of one or two facilities.
 */
export function disclosedShare(
  cube: ProgressCube,
  known: readonly KnownSum[],
  { whole, pack }: { whole: Pick<Disclosed, 'cube' | 'nationTold'>; pack: Knowing },
): Pick<Disclosed, 'cube' | 'known'> {
  const months = cube.months;
  const nation = protectedNation(cube, known, pack, ({ figure, period }) => {
    const name = figure.replace(/^(attributed|supported)\./, '');
    return !isTold(whole.nationTold, name, whole.cube, months[period] ?? '');
  });
  return {
    cube: disclosedCube(cube, { country: pack.country, nation }),
    known: distinct([...known, ...nation.known]),
  };
}

function protectedNation(
  cube: ProgressCube,
  known: readonly KnownSum[],
  pack: Knowing,
  isWithheld: (cell: CellAt) => boolean,
): ToldTable & { known: KnownSum[] } {
  const { table, spans } = nationTable(cube, pack);
  const { told } = protect(table, knownBlocks(table, spans, known), isWithheld);
  return { table, told, known: knownOf(table, spans, blocksOf(table, told)) };
}

function protectedRegions(
  cube: ProgressCube,
  known: readonly KnownSum[],
  { until, pack, nationTold }: { until: Month; pack: Knowing; nationTold: Told },
) {
  const { table, spans } = regionTable(cube, pack, { until, nationTold });
  const isWithheld = ({ figure, period }: CellAt) => !table.totals?.told[figure]?.[period];
  const { told, exposed } = protect(table, knownBlocks(table, spans, known), isWithheld);
  return {
    table,
    told,
    exposed,
    periods: table.periods,
    known: knownOf(table, spans, blocksOf(table, told)),
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
