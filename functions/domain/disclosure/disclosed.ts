import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { ProgressCube } from '../progress.ts';
import type { AuditFindings } from './audit.ts';
import { blocksOf, wholeOf, type CellAt, type CountTable, type Told } from './countTable.ts';
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
interface Disclosed {
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
  const [found, foundOfRegions]: AuditFindings[] = [{}, {}];
  for (;;) {
    const nation = protectedTable(nationTable(counted, pack), withMore(remembered, { withheld: kept }), {
      isWithheld: () => false,
      found,
    });
    const regions = protectedRegions(counted, remembered, { until, pack, nation, found: foundOfRegions });
    // Where all other regions are known already, the country's own sum waits for its next month.
    const more = regions.exposed
      .map((cell) => monthOfNation(cube, regions.table, nation.told, cell))
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
  const isWithheld = ({ figure, period }: CellAt) => {
    const name = wholeIn(figure);
    return name !== undefined && !isTold(nationTold, name, whole.cube, table.periods[period] ?? '');
  };
  const nation = protectedTable({ table, spans }, remembered, { isWithheld });
  return {
    cube: disclosedCube(cube, { country: pack.country, nation }),
    remembered: withMore(remembered, { told: nation.known, withheld: nation.withheld }),
  };
}

interface ProtectedTable extends ToldTable {
  known: KnownSum[];
  withheld: WithheldCell[];
}

function protectedRegions(
  counted: Counted,
  remembered: Remembered,
  {
    until,
    pack,
    nation,
    found,
  }: { until: Month; pack: Knowing; nation: ToldTable; found?: AuditFindings | undefined },
): ProtectedTable & { exposed: CellAt[] } {
  const months = counted.cube.months.map((month) => ({ first: month, last: month }));
  const nationKnown = knownBlocks(nation.table, months, remembered.told);
  const { table, spans } = regionTable(counted, pack, { until, nationTold: nation.told, nationKnown });
  const { table: toldBefore } = regionTable(counted, pack, { until, nationTold: {}, nationKnown });
  const isWithheld = ({ figure, period }: CellAt) => !table.totals?.[figure]?.[period]?.isTold;
  return protectedTable({ table, spans }, remembered, { isWithheld, toldBefore, found });
}

interface Protecting {
  isWithheld: (cell: CellAt) => boolean;
  toldBefore?: CountTable;
  found?: AuditFindings | undefined;
}

function protectedTable(
  { table, spans }: { table: CountTable; spans: Spans },
  remembered: Remembered,
  { isWithheld, toldBefore, found }: Protecting,
) {
  const known = knownBlocks(table, spans, remembered.told);
  const withheld = withheldIn(table, remembered.withheld);
  const past = pastIn(table, remembered.past);
  const before = { known, past, withheld, isWithheld, ...(toldBefore && { toldBefore }) };
  const safe = protect(table, before, found);
  return {
    ...safe,
    table,
    known: knownOf(table, spans, blocksOf(table, safe.told)),
    withheld: withheldOf(table, safe.withheld),
  };
}

/**
 * The country's cell that exposes one of a region: that of its month; of sums of months also the next that is told, or the one
 * before it in the quarter, which says as much where nothing came after it; or that of the sum of which it is a part.
 */
function monthOfNation(
  { months }: ProgressCube,
  table: CountTable,
  told: Told,
  { figure, period }: CellAt,
): CellAt | undefined {
  const end = months.indexOf(table.periods[period] ?? '');
  const openOf = (name: string): CellAt | undefined => {
    const isRunning = table.figures.find((each) => each.name === name)?.isRunning;
    const open = [...months.keys()].filter((month) => told[name]?.[0]?.[month]);
    const month = isRunning
      ? (open.find((at) => at >= end) ?? open.findLast((at) => at > end - monthsInQuarter))
      : open.find((at) => at === end);
    return month === undefined ? undefined : { figure: name, row: 0, period: month };
  };
  const whole = wholeOf(table, figure);
  return openOf(figure) ?? (whole === undefined ? undefined : openOf(whole));
}

const monthsInQuarter = 3;
