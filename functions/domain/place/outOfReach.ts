import { monthOf, type Month } from '../calendar.ts';
import type { CountryPack, Region } from '../countryPack.ts';

type Regions = Pick<CountryPack, 'regions'>;

/** The regions that nobody can reach at the end of a month, by the country's pack. */
export function outOfReach({ regions }: Regions, month: Month): Region[] {
  return regions.filter(({ outOfReachSince: since }) => since !== undefined && monthOf(since) <= month);
}

/** Whether a region is one of them. */
export function isOutOfReach(region: string, pack: Regions, month: Month): boolean {
  return outOfReach(pack, month).some(({ code }) => code === region);
}
