import type { Contribution, Scope } from './contribution.ts';
import { regionCodes, type CountryPack } from './countryPack.ts';
import { catalogueOf, type Counting } from './figureCatalogue.ts';
import { toldRegions, toldRows } from './toldOutside.ts';

/**
 * Rows of progress as the world is told them, and the regions that they are of. In the country's own progress there are
 * facilities of all kinds: only equipment would say where one place is.
 */
export function toldToWorld(
  rows: Contribution[],
  outside: Contribution[],
  pack: CountryPack,
  scope?: Scope,
): { regions: string[]; rows: Contribution[] } {
  const regions = toldRegions(outside, pack);
  const { country } = pack;
  if (scope !== 'country') return { regions, rows: toldRows(rows, { regions, country }) };
  const isOfPlaces = (name: string) => isOfEquipment(name, pack);
  return { regions: regionCodes(pack), rows: toldRows(rows, { regions, country, isOfPlaces }) };
}

function isOfEquipment(name: string, pack: Counting): boolean {
  const unit = catalogueOf(pack).get(name)?.unit;
  return unit === 'units' || unit === 'usdCents';
}
