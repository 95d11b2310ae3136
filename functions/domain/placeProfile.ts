import { ownLanguage, regionCodes, type CountryPack, type RegionCode } from './countryPack.ts';
import type { Language, ProperNames } from './names.ts';
import { ensure } from './refusal.ts';

/** What is known of every place, be it a facility or a warehouse. */
interface PlaceProfile {
  names: ProperNames;
  settlement: ProperNames;
  region: RegionCode;
}

/** The code of a place, the field that it is given in, and what such a place is called. */
interface PlaceCode {
  code: string;
  field: string;
  kind: string;
}

/** Refuses a place that is not named in the country's own language, or has a code or a region of another country. */
export function ensurePlace(
  place: PlaceProfile,
  { code, field, kind }: PlaceCode,
  pack: Pick<CountryPack, 'country' | 'languages' | 'regions'>,
): void {
  ensureNamed(place, ownLanguage(pack));
  ensure(
    code.startsWith(`${pack.country}-`),
    'invalid',
    `The code of a ${kind} in this country begins with "${pack.country}-".`,
    { field },
  );
  ensure(
    regionCodes(pack).includes(place.region),
    'unknownRegion',
    `There is no region "${place.region}" in this country.`,
    { field: 'region' },
  );
}

/** What is in a country has a name in the country's own language. */
function ensureNamed({ names, settlement }: PlaceProfile, language: Language): void {
  const sentence = `Names are given in the country's own language, "${language}", at least.`;
  ensure(names[language], 'invalid', sentence, { field: `names.${language}` });
  ensure(settlement[language], 'invalid', sentence, { field: `settlement.${language}` });
}
