import { addMonths, lastQuarter, type Month } from '../domain/calendar.ts';
import type { CountryPack, Region } from '../domain/countryPack.ts';
import { catalogueOf, type Figure } from '../domain/figureCatalogue.ts';
import { isOutOfReach } from '../domain/place/outOfReach.ts';
import { ProgressSums } from '../domain/progress.ts';
import type { PublicRelease } from '../domain/release/publicRelease.ts';
import { capabilityFigure } from '../domain/solution/solutionFigures.ts';

/** A figure as everybody is told it; undefined where it is not shown. */
export type Told = number | undefined;

/** A region's part of a figure. */
export interface ToldRegion extends Region {
  value: Told;
  isOutOfReach: boolean;
}

/** A figure as a release tells it. */
export interface ToldFigure {
  figure: Figure;
  value: Told;
  /** The country's, month by month. */
  growth: { month: Month; value: Told }[];
  /** The last month up to which regions are told. */
  regionsUntil: Month;
  regions: ToldRegion[];
}

/** What a release tells of a figure. */
export function toldFigure(
  { release: { month }, cube }: PublicRelease,
  name: string,
  pack: CountryPack,
): ToldFigure {
  const figure = catalogueOf(pack).get(name);
  if (!figure) throw new Error(`There is no figure "${name}".`);
  const sums = new ProgressSums(cube, pack);
  const told = (at: Month, rows?: string[]): Told =>
    sums.shows(name, at, rows) ? sums.value(name, at, rows) : undefined;
  const regionsUntil = figure.isAboutPeople ? lastQuarter(month) : month;
  return {
    figure,
    value: told(month),
    growth: sums.months.map((each) => ({ month: each, value: told(each) })),
    regionsUntil,
    regions: pack.regions.map((region) => ({
      ...region,
      value: told(regionsUntil, [region.code]),
      isOutOfReach: isOutOfReach(region.code, pack, month),
    })),
  };
}

/** What the public page says of a release, in figures. */
export function publicFigures(newest: PublicRelease, pack: CountryPack) {
  const { month } = newest.release;
  const known = catalogueOf(pack);
  const live = toldFigure(newest, 'facilitiesLive', pack);
  const before = (months: number): number =>
    live.growth.find((each) => each.month === addMonths(month, -months))?.value ?? 0;
  const value = (name: string): Told => (known.has(name) ? toldFigure(newest, name, pack).value : 0);
  const given = known.has('teleconsultations') ? toldFigure(newest, 'teleconsultations', pack) : undefined;
  return {
    live,
    change: (live.value ?? 0) - before(1),
    /** How many began in the year of the release. */
    inYear: (live.value ?? 0) - before(Number(month.slice(5))),
    given,
    trained: value('workersTrained'),
    sessions: value('trainingSessions'),
    aidUsdCents: value('aidReceivedUsd'),
    operating: value('solutionsOperating'),
    preparing: value('solutionsPreparing'),
    regionsWith: live.regions.filter((region) => (region.value ?? 0) > 0).length,
    regionsInReach: live.regions.filter((region) => !region.isOutOfReach).length,
    uses: pack.capabilities
      .map(({ code, names }) => ({
        code,
        names,
        value: value(capabilityFigure('facilitiesWith', code)) ?? 0,
      }))
      .filter((use) => use.value > 0)
      .sort((one, other) => other.value - one.value),
  };
}

export type PublicFigures = ReturnType<typeof publicFigures>;
