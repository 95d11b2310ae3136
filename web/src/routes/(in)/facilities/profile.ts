import type { Day } from '#functions/domain/calendar.ts';
import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
import type { Facility } from '#functions/domain/facility/facility.ts';
import {
  firstPopulationDay,
  linkKinds,
  type EditedProfile,
  type ExternalCode,
  type FacilityLink,
  type FacilityProfile,
} from '#functions/domain/facility/facilityProfile.ts';
import { typedPolicy } from '#lib/record/policy.ts';
import { filled, namesOf, type TypedNames, type TypedRow } from '#lib/record/typed.ts';

export const connectivities = ['broadband', 'mobile', 'satellite', 'none'] as const;
export const powers = ['grid', 'gridWithBackup', 'unreliable'] as const;

/** What the form holds, all of it as it was typed. */
export interface Typed {
  facilityId: string;
  names: TypedNames;
  settlement: TypedNames;
  type: string;
  region: string;
  lat: string;
  lon: string;
  connectivity: (typeof connectivities)[number];
  power: (typeof powers)[number];
  population: string;
  populationOn: string;
  populationSource: string;
  /** Empty where the facility is shown as the country shows all. */
  locationPolicy: string;
  /** The code system and the code. */
  externalCodes: TypedRow[];
  /** The kind of link and the code of the other facility. */
  links: TypedRow[];
  plannedOn: Day;
}

/** The form of a facility that is to be registered. */
export function emptyForm(today: Day): Typed {
  return {
    facilityId: '',
    names: {},
    settlement: {},
    type: '',
    region: '',
    lat: '',
    lon: '',
    connectivity: 'mobile',
    power: 'grid',
    population: '',
    populationOn: '',
    populationSource: '',
    locationPolicy: '',
    externalCodes: [],
    links: [],
    plannedOn: today,
  };
}

/** The form of a facility that there is. */
export function formOf(facility: Facility, today: Day): Typed {
  const { facilityId, names, settlement, type, region, connectivity, power } = facility;
  const { coordinates, population, populationOn = '', populationSource = '' } = facility;
  const { locationPolicy = '' } = facility;
  return {
    facilityId,
    names: { ...names },
    settlement: { ...settlement },
    type,
    region,
    lat: textOf(coordinates?.lat),
    lon: textOf(coordinates?.lon),
    connectivity,
    power,
    population: textOf(population),
    populationOn,
    populationSource,
    locationPolicy,
    externalCodes: (facility.externalCodes ?? []).map(({ system, code }) => ({ choice: system, text: code })),
    links: (facility.links ?? []).map((link) => ({ choice: link.kind, text: link.facilityId })),
    plannedOn: today,
  };
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(
  typed: Typed,
  pack: Pick<CountryPack, 'country' | 'programmeStart' | 'languages'>,
  today: Day,
): string[] {
  const own = ownLanguage(pack);
  const isCode = new RegExp(`^${pack.country}-\\d{4,6}$`);
  const hasPopulation = digitsOf(typed.population) !== '';
  const isRight: Record<string, boolean> = {
    facilityId: isCode.test(typed.facilityId.trim()),
    [`names.${own}`]: Boolean(typed.names[own]?.trim()),
    type: typed.type !== '',
    region: typed.region !== '',
    [`settlement.${own}`]: Boolean(typed.settlement[own]?.trim()),
    coordinates: isPlace(typed),
    population: /^\d{0,8}$/.test(digitsOf(typed.population)),
    populationOn:
      !typed.populationOn ||
      (hasPopulation && typed.populationOn >= firstPopulationDay && typed.populationOn <= today),
    populationSource: !typed.populationSource.trim() || hasPopulation,
    externalCodes: areWhole(typed.externalCodes),
    links:
      areWhole(typed.links) &&
      filled(typed.links).every(({ text }) => isCode.test(text) && text !== typed.facilityId.trim()),
    plannedOn: typed.plannedOn >= pack.programmeStart && typed.plannedOn <= today,
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The form as the API takes it for a new facility; what was left empty is left out. */
export function profileOf(typed: Typed): FacilityProfile & { plannedOn: Day } {
  const { facilityId, region, plannedOn } = typed;
  return { facilityId: facilityId.trim(), region, plannedOn, ...editedOf(typed) };
}

/** The form as the API takes it for a facility that there is. */
export function editedOf(typed: Typed): EditedProfile {
  const population = digitsOf(typed.population);
  const source = typed.populationSource.trim();
  const locationPolicy = typedPolicy(typed.locationPolicy);
  const coordinates = coordinatesIn(typed);
  return {
    names: namesOf(typed.names),
    type: typed.type,
    settlement: namesOf(typed.settlement),
    ...(coordinates && { coordinates }),
    ...(population && { population: Number(population) }),
    ...(typed.populationOn && { populationOn: typed.populationOn }),
    ...(source && { populationSource: source }),
    ...(locationPolicy && { locationPolicy }),
    connectivity: typed.connectivity,
    power: typed.power,
    externalCodes: filled(typed.externalCodes).map(({ choice, text }): ExternalCode => ({
      system: choice,
      code: text,
    })),
    links: filled(typed.links).flatMap(({ choice, text }): FacilityLink[] => {
      const kind = linkKinds.find((known) => known === choice);
      return kind ? [{ kind, facilityId: text }] : [];
    }),
  };
}

/** Where the place is, once both are typed. */
export function coordinatesIn(typed: Pick<Typed, 'lat' | 'lon'>): FacilityProfile['coordinates'] {
  const [lat, lon] = [degreesOf(typed.lat), degreesOf(typed.lon)];
  return lat === undefined || lon === undefined ? undefined : { lat, lon };
}

/** Each row has both its parts, and none is there twice, however it is written. */
function areWhole(rows: TypedRow[]): boolean {
  const texts = filled(rows).map(({ choice, text }) => `${choice} ${text.toUpperCase()}`);
  return filled(rows).every(({ choice, text }) => choice && text) && new Set(texts).size === texts.length;
}

function isPlace({ lat, lon }: Pick<Typed, 'lat' | 'lon'>): boolean {
  if (!lat.trim() && !lon.trim()) return true;
  const within = (degrees: number | undefined, most: number) =>
    degrees !== undefined && Math.abs(degrees) <= most;
  return within(degreesOf(lat), 90) && within(degreesOf(lon), 180);
}

/** Decimal degrees, with a point or a comma; undefined for what is none. */
function degreesOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** Spaces group digits. */
function digitsOf(text: string): string {
  return text.replace(/\s/g, '');
}
