import {
  ownLanguage,
  regionCodes,
  type CountryPack,
  type LocationPolicy,
  type RegionCode,
} from './countryPack.ts';
import { isLooser } from './locationPolicy.ts';
import type { Language, ProperNames } from './names.ts';
import { ensure } from './refusal.ts';

/** What is known of every place, be it a facility or a warehouse. */
interface PlaceProfile {
  names: ProperNames;
  settlement: ProperNames;
  region: RegionCode;
  locationPolicy?: LocationPolicy;
}

/** The code of a place, the field that it is given in, and what such a place is called. */
interface PlaceCode {
  code: string;
  field: string;
  kind: string;
}

/** Refuses a place that is not named in the country's own language, has a code or a region of another country, or is shown more exactly than the country allows. */
export function ensurePlace(
  place: PlaceProfile,
  { code, field, kind }: PlaceCode,
  pack: Pick<CountryPack, 'country' | 'languages' | 'regions' | 'locationPolicy'>,
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
  ensure(
    !place.locationPolicy || !isLooser(place.locationPolicy, pack.locationPolicy),
    'invalid',
    `Places of this country are shown by "${pack.locationPolicy}"; one alone can only be shown less exactly.`,
    { field: 'locationPolicy' },
  );
}

/** What is in a country has a name in the country's own language. */
function ensureNamed({ names, settlement }: PlaceProfile, language: Language): void {
  const sentence = `Names are given in the country's own language, "${language}", at least.`;
  ensure(names[language], 'invalid', sentence, { field: `names.${language}` });
  ensure(settlement[language], 'invalid', sentence, { field: `settlement.${language}` });
}
