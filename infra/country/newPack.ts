import type { Day } from '../../functions/domain/calendar.ts';
import type { CountryPack } from '../../functions/domain/countryPack.ts';
import { languages, namedInEach, type Language } from '../../functions/domain/names.ts';
import { doubtfulNames, type NamedRegion } from './regionNames.ts';

/** What a person has to decide before the pack can be used, by the pack's own keys. */
export type Decisions = Partial<Record<keyof CountryPack, string>>;

/** A pack that is not finished: the build refuses it as long as something in it is undecided. */
export type NewPack = CountryPack & { undecided: Decisions };

const countryName = (language: Language, country: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;

/** The country's name in every language. */
export const countryNames = (country: string) => namedInEach((language) => countryName(language, country));

/**
 * The beginning of a country's pack. What nobody can know from outside is as strict or as empty as it can be; the lists of
 * facility types, equipment and indicators are those of a country that has some, to be gone through.
 */
export function newPack(
  country: string,
  regions: readonly NamedRegion[],
  { like, today }: { like: CountryPack; today: Day },
): NewPack {
  const { facilityTypes, capabilities, equipmentTypes, daysUntilStuck, indicators } = like;
  const names = countryNames(country);
  const zones = timeZonesOf(country);
  return {
    undecided: decisions(country, regions, { zones, like }),
    country,
    names,
    ministry: {
      names: { en: `Ministry of Health of ${names.en}` },
      reference: `${country}-GOV-undecided`,
      organisationType: '10',
    },
    languages: ['en'],
    timeZone: zones[0] ?? 'UTC',
    // ISO 4217 for no currency, until a person says which.
    currency: 'XXX',
    programmeStart: `${today.slice(0, 4)}-01-01`,
    dueDay: 10,
    locationPolicy: 'hidden',
    progressShards: 1,
    daysUntilStuck,
    regions: regions.map(({ code, names: own }) => ({ code, names: own })),
    facilityTypes,
    codeSystems: [],
    capabilities,
    equipmentTypes,
    indicators,
  };
}

const unreachedQuestion =
  'Whether one cannot be reached, all of it: it has the day since when, as in "outOfReachSince": "2014-02-20".';

function decisions(
  country: string,
  regions: readonly NamedRegion[],
  { zones, like }: { zones: string[]; like: CountryPack },
): Decisions {
  const copied = (what: string) => `${what}: these are the ones of ${like.names.en}, as a beginning.`;
  const doubtful = doubtfulNames(regions);
  return {
    ministry: 'Who answers for the rollout, and its identifier in IATI’s registers (iatistandard.org).',
    languages: `Which of the product’s languages (${languages.join(', ')}) people there use, their own first.`,
    ...(zones.length !== 1 && {
      timeZone: `In which time zone a day ends: the country has ${zones.length > 0 ? `several (${zones.join(', ')})` : 'none that is known'}.`,
    }),
    currency: 'In which currency the state buys, as ISO 4217 writes it, such as KES.',
    programmeStart: 'On which day the programme began: nothing can be recorded of an earlier one.',
    dueDay: 'By which day of the following month a report is due.',
    locationPolicy:
      'How exactly outsiders may see where a facility is: exact, settlement, region or hidden. It is hidden until you say.',
    population:
      'How many people live in each region, by whom and of which day; without it nothing is told by population.',
    facilityTypes: copied('What kinds of facilities there are'),
    codeSystems: 'Which registers have codes of their own for facilities; none is known.',
    capabilities: copied('What solutions let facilities do'),
    equipmentTypes: copied('What equipment there is, and what it costs'),
    indicators: copied('What facilities report each month'),
    regions: [...doubtful, unreachedQuestion].join(' '),
  };
}

function timeZonesOf(country: string): string[] {
  // TypeScript does not know the method yet.
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(
    `und-${country}`,
  );
  return locale.getTimeZones?.() ?? [];
}
