import { m } from 'virtual:messages';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { named } from '#lib/format.ts';

/** A region's name, or the word for all of them. */
export function regionName(code: RegionCode | undefined, pack: CountryPack): string {
  const region = pack.regions.find((known) => known.code === code);
  return region ? named(region.names) : m.allRegions();
}
