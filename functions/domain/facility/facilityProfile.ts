import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { LocationPolicy, RegionCode, type CountryPack } from '../countryPack.ts';
import { NewProperNames, ProperNames } from '../names.ts';
import { ensurePlace } from '../placeProfile.ts';
import { ensure } from '../refusal.ts';
import { lineOf } from '../text.ts';

/** What a facility's code looks like, for those who only ask. */
export const facilityPattern = /^[A-Z]{2}-\d{4,6}$/;
export const FacilityId = z.string().check(z.regex(facilityPattern));

/** Degrees. */
export const Coordinates = z.strictObject({
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
  lon: z.number().check(z.minimum(-180), z.maximum(180)),
});

/** What another register calls the facility; `system` is one of the country's code systems. */
export const ExternalCode = z.strictObject({ system: z.string(), code: lineOf(60) });
export type ExternalCode = z.infer<typeof ExternalCode>;

/** What another facility is to this one: it gives this one consultations, takes its referrals, shares its records, or is its ambulance station. */
export const linkKinds = [
  'givesConsultations',
  'takesReferrals',
  'sharesRecords',
  'ambulanceStation',
] as const;
const FacilityLink = z.strictObject({ kind: z.enum(linkKinds), facilityId: FacilityId });
export type FacilityLink = z.infer<typeof FacilityLink>;

export const mostCodes = 10;
export const mostLinks = 40;

/** What is known of a facility besides its progress. */
export const FacilityProfile = z.strictObject({
  facilityId: FacilityId,
  names: ProperNames,
  type: z.string(),
  region: RegionCode,
  settlement: ProperNames,
  coordinates: z.optional(Coordinates),
  /** Residents served. */
  population: z.optional(z.int().check(z.minimum(0))),
  /** The day that the population is of. */
  populationOn: z.optional(Day),
  /** Where the population is taken from. */
  populationSource: z.optional(lineOf(200)),
  connectivity: z.enum(['none', 'mobile', 'satellite', 'broadband']),
  power: z.enum(['grid', 'gridWithBackup', 'unreliable']),
  externalCodes: z.optional(z.array(ExternalCode).check(z.maxLength(mostCodes))),
  links: z.optional(z.array(FacilityLink).check(z.maxLength(mostLinks))),
  /** How exactly the facility is shown outside, where the country's policy is not strict enough for it. */
  locationPolicy: z.optional(LocationPolicy),
});
export type FacilityProfile = z.infer<typeof FacilityProfile>;

/** A profile as it may be given from now on: what was kept before is read as it is. */
export const NewFacilityProfile = z.extend(FacilityProfile, {
  names: NewProperNames,
  settlement: NewProperNames,
  population: z.optional(z.int().check(z.minimum(0), z.maximum(100_000_000))),
});

/** The whole of what can be edited: a facility keeps its code, and moves to another region by a command of its own. */
export const EditedProfile = z.omit(NewFacilityProfile, { facilityId: true, region: true });
export type EditedProfile = z.infer<typeof EditedProfile>;

/** What is on record of what a profile names. */
export interface Known {
  /** Those of the linked facilities that there are. */
  facilities: string[];
  /** Those of its external codes that are another facility's. */
  takenCodes: ExternalCode[];
}

/** No population is of an earlier day: an earlier year is mistyped. */
export const firstPopulationDay: Day = '1900-01-01';

interface ProfileCase extends Known {
  pack: CountryPack;
  today: Day;
}

/** The profile as it is kept: coordinates to a decimetre. Refuses what the country does not have and what is another's. */
export function checkedProfile(profile: FacilityProfile, on: ProfileCase): FacilityProfile {
  const { facilityId, type, coordinates } = profile;
  const { pack } = on;
  ensurePlace(profile, { code: facilityId, field: 'facilityId', kind: 'facility' }, pack);
  ensure(
    pack.facilityTypes.some(({ code }) => code === type),
    'invalid',
    `There is no facility type "${type}".`,
    { field: 'type' },
  );
  ensurePopulation(profile, on.today);
  ensureLinks(profile, on);
  ensureCodes(profile, on);
  const at = coordinates && { lat: toDecimetre(coordinates.lat), lon: toDecimetre(coordinates.lon) };
  return { ...profile, ...(at && { coordinates: at }) };
}

function ensurePopulation({ population, populationOn, populationSource }: FacilityProfile, today: Day): void {
  const isKnown = population !== undefined;
  ensure(isKnown || !populationOn, 'invalid', 'A day without a population.', { field: 'populationOn' });
  ensure(isKnown || !populationSource, 'invalid', 'A source without a population.', {
    field: 'populationSource',
  });
  ensure(
    !populationOn || (populationOn >= firstPopulationDay && populationOn <= today),
    'dateNotAllowed',
    `The day must lie between ${firstPopulationDay} and today.`,
    { field: 'populationOn' },
  );
}

function ensureLinks({ facilityId, links = [] }: FacilityProfile, { facilities }: Known): void {
  const field = 'links';
  ensure(links.length <= mostLinks, 'invalid', `These are more than ${mostLinks} links.`, { field });
  ensure(
    links.every((link) => link.facilityId !== facilityId),
    'invalid',
    'A facility is not linked to itself.',
    { field },
  );
  const texts = links.map((link) => `${link.kind} ${link.facilityId}`);
  ensure(new Set(texts).size === texts.length, 'invalid', 'A link is named twice.', { field });
  const unknown = links.find((link) => !facilities.includes(link.facilityId));
  ensure(!unknown, 'invalid', `There is no facility "${unknown?.facilityId}".`, { field });
}

function ensureCodes({ externalCodes = [] }: FacilityProfile, { pack, takenCodes }: ProfileCase): void {
  const field = 'externalCodes';
  const unknown = externalCodes.find(({ system }) => !pack.codeSystems.some(({ code }) => code === system));
  ensure(!unknown, 'invalid', `There is no code system "${unknown?.system}".`, { field });
  const texts = externalCodes.map(claimOf);
  ensure(new Set(texts).size === texts.length, 'invalid', 'A code is named twice.', { field });
  const [taken] = takenCodes;
  ensure(!taken, 'alreadyExists', `"${taken?.code}" is the code of another facility.`, { field });
}

/** An external code as it is unique within its system: however it is written. */
export function claimOf({ system, code }: ExternalCode): string {
  return `${system}#${code.toUpperCase()}`;
}

/** Degrees with six decimals; what is nearly zero is zero and not minus zero, which no database keeps. */
function toDecimetre(degrees: number): number {
  return Number(degrees.toFixed(6)) + 0;
}
