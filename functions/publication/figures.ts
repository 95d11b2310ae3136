import { addMonths, type Month } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import { catalogueOf } from '../domain/figureCatalogue.ts';
import { ProgressSums } from '../domain/progress.ts';
import type { PublicRelease } from '../domain/release/publicRelease.ts';
import { capabilityFigure } from '../domain/solution/solutionFigures.ts';

/** A figure as everybody is told it; undefined where it is not shown. */
export type Told = number | undefined;

/** What the public page says of a release, in figures. */
export function publicFigures({ release: { month }, cube }: PublicRelease, pack: CountryPack) {
  const sums = new ProgressSums(cube, pack);
  const known = catalogueOf(pack);
  const told = (figure: string, at: Month = month, rows?: string[]): Told => {
    if (!known.has(figure)) return 0;
    return sums.shows(figure, at, rows) ? sums.value(figure, at, rows) : undefined;
  };
  const live = told('facilitiesLive') ?? 0;
  const quarter = lastQuarter(month);
  return {
    live,
    change: live - (told('facilitiesLive', addMonths(month, -1)) ?? 0),
    given: told('teleconsultations'),
    trained: told('workersTrained'),
    sessions: told('trainingSessions'),
    aidUsdCents: told('aidReceivedUsd'),
    operating: told('solutionsOperating'),
    preparing: told('solutionsPreparing'),
    growth: sums.months.map((each) => ({ month: each, value: told('facilitiesLive', each) ?? 0 })),
    uses: pack.capabilities
      .map(({ code, names }) => ({ code, names, value: told(capabilityFigure('facilitiesWith', code)) ?? 0 }))
      .filter(({ value }) => value > 0),
    /** The last month up to which regions' figures about people are told. */
    quarter,
    regions: pack.regions.map(({ code, names }) => ({
      code,
      names,
      live: told('facilitiesLive', month, [code]) ?? 0,
      given: told('teleconsultations', quarter, [code]),
    })),
  };
}

export type PublicFigures = ReturnType<typeof publicFigures>;

/** The last month of the newest quarter that is over with a month. */
export function lastQuarter(month: Month): Month {
  return addMonths(month, -(Number(month.slice(5, 7)) % 3));
}
