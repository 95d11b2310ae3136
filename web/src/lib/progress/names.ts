import { m } from 'virtual:messages';
import type { Row } from '#functions/domain/contribution.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { named } from '#lib/i18n/format.ts';
import { figureOf } from './figures.ts';

/** A region's name, the word for the nation's own row, or without either the word for all of them. */
export function rowName(row: Row | undefined, pack: CountryPack): string {
  if (row === pack.country) return m.nation();
  const region = pack.regions.find(({ code }) => code === row);
  return region ? named(region.names) : m.allRegions();
}

/** What a figure is called. */
export function figureName(name: string, pack: CountryPack): string {
  return named(figureOf(name, pack).names);
}

/** What a page is about: a region, or whatever part of the country the reader may see. */
export function placeName(region: RegionCode | undefined, seen: RegionCode[], pack: CountryPack): string {
  const [only, ...others] = seen;
  if (region) return rowName(region, pack);
  if (only && others.length === 0) return rowName(only, pack);
  return seen.length < pack.regions.length ? m.yourRegions() : m.allRegions();
}
