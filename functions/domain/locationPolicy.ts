import { locationPolicies, type CountryPack, type LocationPolicy } from './countryPack.ts';

/** Everything by which a place may be known: which one it is, where, and for whom. */
export interface KnownPlace {
  placeId: string;
  region: string;
  names: object;
  settlement: object;
  coordinates?: object;
  population?: number;
  populationOn?: string;
  externalCodes?: object[];
  /** The place's own policy, where the country's is not strict enough for it. */
  locationPolicy?: LocationPolicy;
}

/** Who reads: someone who is signed in, or the public. */
export interface Reader {
  role: 'manager' | 'admin' | 'head' | 'donor' | 'public';
}

/**
 * What is told of a place to those outside. Whatever is not named here is told to none of them: its links, each of which
 * names a place with a policy of its own, who keeps it, and all that somebody wrote in words of their own.
 */
const told: Record<LocationPolicy, readonly (keyof KnownPlace)[]> = {
  exact: [
    'region',
    'settlement',
    'placeId',
    'names',
    'coordinates',
    'population',
    'populationOn',
    'externalCodes',
  ],
  settlement: ['region', 'settlement'],
  region: ['region'],
  hidden: [],
};

/** Whether a policy tells more than another. */
export function isLooser(policy: LocationPolicy, than: LocationPolicy): boolean {
  return locationPolicies.indexOf(policy) < locationPolicies.indexOf(than);
}

/** The policy of a place: the country's, or its own where that is stricter. */
export function policyOf(
  { locationPolicy: own }: Pick<KnownPlace, 'locationPolicy'>,
  { locationPolicy: ofCountry }: Pick<CountryPack, 'locationPolicy'>,
): LocationPolicy {
  return own && isLooser(ofCountry, own) ? own : ofCountry;
}

/** Whether the country's policy tells those outside the regions of places. */
export function tellsRegions({ locationPolicy }: Pick<CountryPack, 'locationPolicy'>): boolean {
  return told[locationPolicy].includes('region');
}

/** Whether a reader is of the ministry or of a facility. */
export function isInside({ role }: Reader): boolean {
  return role === 'manager' || role === 'admin' || role === 'head';
}

/**
 * The place as a reader may see it. The ministry and the heads of facilities, who send each other equipment, know the places
 * that they have to do with; everybody else is told what the policy lets out, and nothing that it does not name.
 */
export function placeSeenBy<Place extends KnownPlace>(
  reader: Reader,
  place: Place,
  pack: Pick<CountryPack, 'locationPolicy'>,
): Partial<Place> {
  if (isInside(reader)) return place;
  return picked(place, told[policyOf(place, pack)]);
}

function picked<Place extends object>(place: Place, names: readonly (keyof Place)[]): Partial<Place> {
  const some: Partial<Place> = {};
  for (const name of names) if (place[name] !== undefined) some[name] = place[name];
  return some;
}
