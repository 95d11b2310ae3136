import * as z from 'zod/mini';
import { RegionCode, type CountryPack } from '../domain/countryPack.ts';
import type { FacilityLink, FacilityProfile } from '../domain/facility/facilityProfile.ts';
import type { ProperNames } from '../domain/names.ts';
import places from './places.json' with { type: 'json' };
import { Random } from './random.ts';

/** English name, Ukrainian name, its feminine adjective, latitude, longitude, residents, kinds of facilities there. */
const Place = z.tuple([z.string(), z.string(), z.string(), z.number(), z.number(), z.int(), z.string()]);
type Place = z.infer<typeof Place>;
const Places = z.record(RegionCode, z.array(Place));

/** `reach`: residents served for each resident of the settlement. */
const kinds = {
  RH: { type: 'regionalHospital', en: 'regional hospital', uk: 'обласна лікарня', reach: 3.5 },
  DH: { type: 'districtHospital', en: 'district hospital', uk: 'районна лікарня', reach: 1.6 },
  DC: { type: 'districtClinic', en: 'district clinic', uk: 'районна поліклініка', reach: 0.6 },
  PC: {
    type: 'primaryCareCentre',
    en: 'primary care centre',
    uk: 'центр первинної медичної допомоги',
    reach: 0.5,
  },
  RC: { type: 'ruralClinic', en: 'rural clinic', uk: 'сільська амбулаторія', reach: 1.1 },
  ES: {
    type: 'emergencyStation',
    en: 'emergency station',
    uk: 'станція екстреної медичної допомоги',
    reach: 1.3,
  },
  MH: { type: 'maternityHospital', en: 'maternity hospital', uk: 'пологовий будинок', reach: 1.4 },
} as const;
const Kind = z.enum(['RH', 'DH', 'DC', 'PC', 'RC', 'ES', 'MH']);
type Kind = z.infer<typeof Kind>;

/** Regions that are one city: their places are its districts. */
const cities: Record<RegionCode, ProperNames> = { 'UA-30': { en: 'Kyiv', uk: 'Київ' } };

/** Regions near the front and the border, where power and lines suffer most. */
export const exposed: readonly RegionCode[] = ['UA-14', 'UA-23', 'UA-48', 'UA-59', 'UA-63', 'UA-65', 'UA-74'];

/** The sample's facilities, region by region, in real settlements; what is said of them is invented. */
export function sampleProfiles(pack: CountryPack): FacilityProfile[] {
  const profiles = Object.entries(Places.parse(places))
    .flatMap(([region, found]) => found.map((place) => ({ region, place })))
    .flatMap(({ region, place }) => kindsAt(place).map((kind) => profileOf(pack, region, place, kind)))
    .map((profile, index) => ({ ...profile, facilityId: `UA-${String(index + 1).padStart(4, '0')}` }));
  return profiles.map((profile) => ({
    ...profile,
    ...readinessOf(profile),
    links: linksOf(profile, profiles),
  }));
}

function kindsAt(place: Place): Kind[] {
  return place[6].split(' ').map((kind) => Kind.parse(kind));
}

type Unready = Omit<FacilityProfile, 'facilityId' | 'connectivity' | 'power'>;

function profileOf(pack: CountryPack, region: RegionCode, place: Place, kind: Kind): Unready {
  const [en, uk, , lat, lon, residents] = place;
  const { type, reach } = kinds[kind];
  return {
    names: namesOf(pack, region, place, kind),
    type,
    region,
    settlement: cities[region] ?? { en, uk },
    coordinates: { lat, lon },
    population: Math.round((residents * reach) / 100) * 100,
  };
}

function namesOf(pack: CountryPack, region: RegionCode, [en, , adjective]: Place, kind: Kind): ProperNames {
  const names = kinds[kind];
  const whole = pack.regions.find(({ code }) => code === region)?.names;
  if (kind === 'RH' && whole)
    return { en: `${whole.en.replace(' region', '')} ${names.en}`, uk: `${whole.uk} ${names.uk}` };
  const isMasculine = kind === 'PC' || kind === 'MH';
  return {
    en: `${en} ${names.en}`,
    uk: `${isMasculine ? adjective.replace(/а$/, 'ий') : adjective} ${names.uk}`,
  };
}

function readinessOf({ facilityId, type, region }: Pick<FacilityProfile, 'facilityId' | 'type' | 'region'>) {
  const random = new Random(facilityId, 'readiness');
  const isRural = type === 'ruralClinic';
  const isHospital = /hospital/i.test(type);
  const onLine = random.chance(isRural ? 0.35 : 0.88);
  const connectivity = onLine ? 'broadband' : random.chance(isRural ? 0.25 : 0.1) ? 'satellite' : 'mobile';
  const backedUp = random.chance(isHospital ? 0.75 : 0.3);
  const unsteady = random.chance(exposed.includes(region) || isRural ? 0.4 : 0.12);
  const power = backedUp ? 'gridWithBackup' : unsteady ? 'unreliable' : 'grid';
  return { connectivity, power } as const;
}

type Located = Unready & Pick<FacilityProfile, 'facilityId'>;

/** The region's main hospital gives consultations to all, the nearest district hospital to those that are none. */
function linksOf(profile: Located, all: Located[]): FacilityLink[] {
  const near = all.filter(({ region }) => region === profile.region);
  const hospitals = near.filter(({ type }) => type === 'districtHospital');
  const main = near.find(({ type }) => type === 'regionalHospital') ?? hospitals[0];
  const [nearest] = hospitals.toSorted((a, b) => distance(a, profile) - distance(b, profile));
  const isHospital = /Hospital$/.test(profile.type);
  const hubs = [main, isHospital ? undefined : nearest].flatMap((hub) => (hub ? [hub.facilityId] : []));
  return [...new Set(hubs)]
    .filter((facilityId) => facilityId !== profile.facilityId)
    .map((facilityId) => ({ kind: 'givesConsultations', facilityId }));
}

/** Good enough to compare, not a length. */
function distance(a: Located, b: Located): number {
  const [from, to] = [a.coordinates, b.coordinates];
  return from && to ? Math.hypot(from.lat - to.lat, (from.lon - to.lon) * 0.65) : Infinity;
}
