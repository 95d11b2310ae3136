import type { Day } from '#functions/domain/calendar.ts';
import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
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
  pack: Pick<CountryPack, 'country' | 'programmeStart' | 'languages'>,
  today: Day,
): string[] {
  const own = ownLanguage(pack);
  const isRight: Record<string, boolean> = {
    facilityId: new RegExp(`^${pack.country}-\\d{4,6}$`).test(typed.facilityId.trim()),
    [`names.${own}`]: Boolean(typed.names[own]?.trim()),
    type: typed.type !== '',
    region: typed.region !== '',
    [`settlement.${own}`]: Boolean(typed.settlement[own]?.trim()),
    population: /^\d{0,8}$/.test(digitsOf(typed.population)),
    plannedOn: typed.plannedOn >= pack.programmeStart && typed.plannedOn <= today,
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

function namesOf(typed: Typed['names']): ProperNames {
  const known = languages.flatMap((language) => {
    const name = typed[language]?.trim();
    return name ? [[language, name] as const] : [];
  });
  return Object.fromEntries(known);
}

/** Spaces group digits. */
function digitsOf(text: string): string {
  return text.replace(/\s/g, '');
}
