import type { Month } from '#functions/domain/calendar.ts';
import { may, type Action, type Caller } from '#functions/domain/caller.ts';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import type { Stage } from '#functions/domain/facility.ts';

/** The lists behind the figures, as far as the caller may open them. */
export interface Links {
  facilities: (region?: RegionCode, stage?: Stage) => string | undefined;
  /** A month's reports: facility by facility in a region; region by region without one, or for those who see only sums. */
  reports: (month: Month, region?: RegionCode) => string;
  review: (region?: RegionCode) => string | undefined;
}

/** Links for this caller; `regions` are those in the caller's cube. */
export function linksFor(caller: Caller, regions: RegionCode[]): Links {
  const can = (action: Action) => regions.some((region) => may(caller, action, { region }));
  const to = (path: string, query: Record<string, string | undefined>) => {
    const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
  };
  return {
    facilities: (region, stage) => (can('readFacility') ? to('/facilities', { region, stage }) : undefined),
    reports: (month, region) => to('/reports', { region: can('readReport') ? region : undefined, month }),
    review: (region) => (can('reviewReport') ? to('/review', { region }) : undefined),
  };
}
