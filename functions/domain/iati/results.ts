import { monthOf, type Day, type Month } from '../calendar.ts';
import type { Amounts, Contribution } from '../contribution.ts';
import type { CountryPack, RegionCode } from '../countryPack.ts';
import { equipmentStates, type EquipmentState } from '../equipment/consignment.ts';
import { unitsFigure } from '../equipment/equipmentFigures.ts';
import type { Names } from '../names.ts';
import type { ActivityLocation, Period, Result, ResultIndicator } from './document.ts';
import { narrativesOf, said } from './narratives.ts';

/** Rows of progress: what was added in a month, in a region or of a donation. */
export type Rows = Pick<Contribution, 'row' | 'month' | 'amounts'>[];

/** What is told of units, as the sum of levels of progress. */
interface Measure {
  code: string;
  names: Names;
  figures: string[];
}

const unitsIn = (...states: EquipmentState[]): string[] => states.map(unitsFigure);

/** What is planned has not left yet; all else has, whatever became of it. */
const measures: Measure[] = [
  {
    code: 'unitsShipped',
    names: said.unitsShipped,
    figures: unitsIn(...equipmentStates.filter((state) => state !== 'planned')),
  },
  { code: 'unitsInstalled', names: said.unitsInstalled, figures: unitsIn('installed', 'inUse') },
  { code: 'unitsInUse', names: said.unitsInUse, figures: unitsIn('inUse') },
];

interface Telling {
  rows: Rows;
  from: Day;
  today: Day;
  pack: CountryPack;
  /** How many units there are to be. */
  target?: number;
  /** Where rows are regions: those that are told. */
  regions?: RegionCode[];
  isAdditive: boolean;
  about: Names;
}

/** What became of units, year by year; none where no day has passed yet. */
export function unitsResult(telling: Telling): Result[] {
  const { pack, about, isAdditive } = telling;
  const indicators = measures
    .map(({ code, names, figures }): ResultIndicator => ({
      code,
      title: narrativesOf(names, pack),
      periods: periodsOf(figures, telling),
    }))
    .filter(({ periods }) => periods.length > 0);
  if (indicators.length === 0) return [];
  const title = narrativesOf(said.units, pack);
  return [{ type: '1', title, description: narrativesOf(about, pack), isAdditive, indicators }];
}

function periodsOf(figures: string[], { rows, from, today, target, regions = [] }: Telling): Period[] {
  return yearsBetween(from, today).map(({ from: first, until }, index, all) => {
    const month = monthOf(until);
    const levelOf = (some: Rows) => levelAt(some, figures, month);
    const byRegion = regions.map((region) => ({
      value: levelOf(rows.filter(({ row }) => row === region)),
      region,
    }));
    const isLast = index === all.length - 1;
    return {
      from: first,
      until,
      ...(isLast && target !== undefined && { target }),
      actuals: [{ value: levelOf(rows) }, ...byRegion.filter(({ value }) => value !== 0)],
    };
  });
}

/** Each year's part of the time between two days, without one that is no time at all. */
function yearsBetween(from: Day, until: Day): { from: Day; until: Day }[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
    .map((year) => ({
      from: year === first ? from : `${year}-01-01`,
      until: year === last ? until : `${year}-12-31`,
    }))
    .filter((period) => period.from < period.until);
}

function levelAt(rows: Rows, figures: string[], month: Month): number {
  let level = 0;
  for (const row of rows)
    if (row.month <= month) for (const figure of figures) level += row.amounts[figure] ?? 0;
  return level;
}

/** The regions in which there are units; rows are as they are told outside, so none is of a region that is not told. */
export function locationsOf(rows: Rows, today: Day, pack: CountryPack): ActivityLocation[] {
  return pack.regions.flatMap(({ code, names }) => {
    const here = rows.filter(({ row }) => row === code);
    if (levelAt(here, unitsIn(...equipmentStates), monthOf(today)) === 0) return [];
    return [{ reference: code, narratives: narrativesOf(names, pack) }];
  });
}

/** What was received for the first time, by month. */
export function receivedIn(rows: Rows): Map<Month, number> {
  const received = new Map<Month, number>();
  for (const { month, amounts } of rows) addTo(received, month, amounts);
  return new Map([...received].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function addTo(received: Map<Month, number>, month: Month, { aidReceivedUsd = 0 }: Amounts): void {
  if (aidReceivedUsd !== 0) received.set(month, (received.get(month) ?? 0) + aidReceivedUsd);
}
