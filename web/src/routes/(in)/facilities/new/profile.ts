import type { Day } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { FacilityProfile } from '#functions/domain/facility.ts';
import { languages, type Language, type ProperNames } from '#functions/domain/names.ts';

export const connectivities = ['broadband', 'mobile', 'satellite', 'none'] as const;
export const powers = ['grid', 'gridWithBackup', 'unreliable'] as const;

/** What the form holds. */
export interface Typed {
  facilityId: string;
  names: Partial<Record<Language, string>>;
  settlement: Partial<Record<Language, string>>;
  type: string;
  region: string;
  connectivity: (typeof connectivities)[number];
  power: (typeof powers)[number];
  population: string;
  plannedOn: Day;
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(
  typed: Typed,
  { country, programmeStart }: Pick<CountryPack, 'country' | 'programmeStart'>,
  today: Day,
): string[] {
  const isRight: Record<string, boolean> = {
    facilityId: new RegExp(`^${country}-\\d{4,6}$`).test(typed.facilityId.trim()),
    'names.en': Boolean(typed.names.en?.trim()),
    type: typed.type !== '',
    region: typed.region !== '',
    'settlement.en': Boolean(typed.settlement.en?.trim()),
    population: /^\d{0,8}$/.test(digitsOf(typed.population)),
    plannedOn: typed.plannedOn >= programmeStart && typed.plannedOn <= today,
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The form as the API takes it; what was left empty is left out. */
export function profileOf(typed: Typed): FacilityProfile & { plannedOn: Day } {
  const population = digitsOf(typed.population);
  return {
    facilityId: typed.facilityId.trim(),
    names: namesOf(typed.names),
    type: typed.type,
    region: typed.region,
    settlement: namesOf(typed.settlement),
    ...(population && { population: Number(population) }),
    connectivity: typed.connectivity,
    power: typed.power,
    hubs: [],
    plannedOn: typed.plannedOn,
  };
}

function namesOf({ en = '', ...others }: Typed['names']): ProperNames {
  const known = languages.flatMap((language) => {
    const name = language === 'en' ? undefined : others[language]?.trim();
    return name ? [[language, name] as const] : [];
  });
  return { en: en.trim(), ...Object.fromEntries(known) };
}

/** Spaces group digits. */
function digitsOf(text: string): string {
  return text.replace(/\s/g, '');
}
