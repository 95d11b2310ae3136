import * as z from 'zod/mini';
import { addMonths, Day, Month, monthOf } from './calendar.ts';
import { organisationTypes } from './iati/organisationTypes.ts';
import { Indicator, serviceDirections } from './report/indicator.ts';
import { Language, Names, ProperNames } from './names.ts';
import { ensure } from './refusal.ts';

/** ISO 3166-2 code of a first-level division, such as `UA-46`. */
export const RegionCode = z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/));
export type RegionCode = z.infer<typeof RegionCode>;

export const Region = z.strictObject({
  code: RegionCode,
  names: Names,
  /** The day since which the programme cannot reach the whole region; what is reached of it is told all the same. */
  outOfReachSince: z.optional(Day),
});
export type Region = z.infer<typeof Region>;

const Coded = z.strictObject({ code: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]+$/)), names: Names });

/** A kind of equipment; units whose price nobody knows are taken for so many US cents each. */
const EquipmentType = z.extend(Coded, { referenceUsdCents: z.int().check(z.minimum(1)) });

/** Something that a solution lets facilities do. */
const Capability = z.extend(Coded, {
  /** One letter: rows of progress keep the figures about it under `w` and `u` with this; never given to another. */
  key: z.string().check(z.regex(/^[a-z]$/)),
  direction: z.enum(serviceDirections),
  /** As within a sentence. */
  names: Names,
});
export type Capability = z.infer<typeof Capability>;

const Population = z.strictObject({
  on: Day,
  source: Names,
  regions: z.record(RegionCode, z.int().check(z.minimum(1))),
});

/** How exactly a place is shown to those outside the ministry and the facilities, the loosest first. */
export const locationPolicies = ['exact', 'settlement', 'region', 'hidden'] as const;
export const LocationPolicy = z.enum(locationPolicies);
export type LocationPolicy = z.infer<typeof LocationPolicy>;

const days = z.int().check(z.minimum(1), z.maximum(365));

/** Everything country-specific, as data. */
export const CountryPack = z
  .strictObject({
    country: z.string().check(z.regex(/^[A-Z]{2}$/)),
    names: Names,
    /** Who answers for the rollout, with its identifier in IATI's registers. */
    ministry: z.strictObject({
      names: ProperNames,
      reference: z.string().check(z.regex(/^[A-Z]{2,3}-[A-Z0-9]{2,10}-[A-Za-z0-9._-]+$/)),
      organisationType: z.enum(organisationTypes),
    }),
    languages: z.array(Language).check(z.minLength(1)),
    timeZone: z.string(),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    /** The first day of the programme: no stage of a facility and no report is of an earlier one. */
    programmeStart: Day,
    /** Day of the following month by whose end a report is due. */
    dueDay: z.int().check(z.minimum(1), z.maximum(28)),
    locationPolicy: LocationPolicy,
    /** Rows a region-month is split in, so that no row takes more writes than DynamoDB allows; 1 up to some 20,000 facilities. */
    progressShards: z.int().check(z.minimum(1), z.maximum(16)),
    regions: z.array(Region).check(z.minLength(1)),
    /** How many people live in each region, by whom and of which day; without it nothing is told by population. */
    population: z.optional(Population),
    facilityTypes: z.array(Coded).check(z.minLength(1)),
    /** Registers with codes of their own for facilities: the national one, the e-health system, DHIS2. */
    codeSystems: z.array(Coded),
    capabilities: z.array(Capability),
    equipmentTypes: z.array(EquipmentType),
    /** After how many days without any event units are stuck, by the state in which they are. */
    daysUntilStuck: z.strictObject({ planned: days, shipped: days, received: days, installed: days }),
    indicators: z.array(Indicator).check(z.minLength(1)),
    /** The first month whose reports say how many people can use each adopted solution; without one, none does. */
    coverSince: z.optional(Month),
  })
  .check(
    z.refine((pack) => isUnique(pack.regions.map((region) => region.code)), 'region codes repeat'),
    z.refine(
      ({ population, regions }) =>
        !population ||
        Object.keys(population.regions).every((code) => regions.some((region) => region.code === code)),
      'population of a region that there is not',
    ),
    z.refine((pack) => isUnique(pack.indicators.map((i) => i.code)), 'indicator codes repeat'),
    z.refine(
      (pack) => pack.regions.every((r) => r.code.startsWith(pack.country)),
      'a region of another country',
    ),
    z.refine(
      (pack) =>
        [pack.capabilities, pack.equipmentTypes].every((list) => isUnique(list.map(({ code }) => code))),
      'codes of capabilities or equipment types repeat',
    ),
    // A part is asked only with its whole.
    z.refine(
      ({ indicators }) =>
        indicators.every(
          ({ asked, atMost = [] }) =>
            !asked ||
            (atMost.length > 0 && indicators.every((whole) => !whole.asked || !atMost.includes(whole.code))),
        ),
      'what is asked where adopted is no part of what is asked everywhere',
    ),
  );
export type CountryPack = z.infer<typeof CountryPack>;

/** The country's own language: names of what is in it are given in this one at least. */
export function ownLanguage({ languages }: Pick<CountryPack, 'languages'>): Language {
  return languages[0] ?? 'en';
}

/** The codes of all regions, in the pack's order. */
export function regionCodes({ regions }: Pick<CountryPack, 'regions'>): RegionCode[] {
  return regions.map(({ code }) => code);
}

/** Refuses a day on which nothing of the programme can have happened: before it began, or in the future. */
export function ensureInProgramme(
  day: Day,
  { programmeStart }: Pick<CountryPack, 'programmeStart'>,
  today: Day,
  field: string,
): void {
  ensure(
    day >= programmeStart && day <= today,
    'dateNotAllowed',
    `The day must lie between the programme's first day, ${programmeStart}, and today.`,
    { field },
  );
}

/** The months in which progress can have a row: from the programme's first to the one after a day's, when who leaves is no longer counted. */
export function programmeMonths(
  { programmeStart }: Pick<CountryPack, 'programmeStart'>,
  today: Day,
): { first: Month; last: Month } {
  return { first: monthOf(programmeStart), last: addMonths(monthOf(today), 1) };
}

function isUnique(values: string[]): boolean {
  return new Set(values).size === values.length;
}
