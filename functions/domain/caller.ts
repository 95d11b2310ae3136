import * as z from 'zod/mini';
import { RegionCode } from './countryPack.ts';
import { FacilityId } from './facility.ts';
import { ensure } from './refusal.ts';

export const roles = ['manager', 'donor', 'head', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Who is asking, as the token says. */
export const Caller = z.strictObject({
  accountId: z.string().check(z.minLength(1)),
  name: z.string(),
  role: Role,
  /** A manager's regions; absent means the whole country. */
  regions: z.optional(z.array(RegionCode)),
  /** A head's own facility. */
  facilityId: z.optional(FacilityId),
  /** A donor partner's own organisation. */
  donorId: z.optional(z.string()),
});
export type Caller = z.infer<typeof Caller>;

export const actions = [
  'readProgress',
  'readFacility',
  'registerFacility',
  'changeStage',
  'readReport',
  'writeReport',
  'reviewReport',
  'readHistory',
] as const;
export type Action = (typeof actions)[number];

/** How far a permission reaches: everywhere, the manager's regions, or the head's own facility. */
type Reach = 'country' | 'regions' | 'own';

const permissions: Record<Role, Partial<Record<Action, Reach>>> = {
  manager: {
    readProgress: 'regions',
    readFacility: 'regions',
    changeStage: 'regions',
    readReport: 'regions',
    reviewReport: 'regions',
    readHistory: 'regions',
  },
  donor: { readProgress: 'country' },
  head: {
    readProgress: 'country',
    readFacility: 'own',
    readReport: 'own',
    writeReport: 'own',
    readHistory: 'own',
  },
  admin: {
    readProgress: 'country',
    readFacility: 'country',
    registerFacility: 'country',
    changeStage: 'country',
    readReport: 'country',
    readHistory: 'country',
  },
};

/** A facility as far as permissions need to know it. */
export interface Place {
  region: RegionCode;
  facilityId?: string;
}

/** Whether the caller may do this at this place; without one, whether for more than an own facility. */
export function may(caller: Caller, action: Action, place?: Place): boolean {
  const reach = permissions[caller.role][action];
  if (!reach || reach === 'country') return reach !== undefined;
  if (!place) return reach === 'regions';
  if (reach === 'own') return place.facilityId !== undefined && place.facilityId === caller.facilityId;
  return !caller.regions || caller.regions.includes(place.region);
}

/** Refuses what the caller may not do: as missing when it may not even be seen, as forbidden otherwise. */
export function ensureMay(caller: Caller, action: Action, place?: Place): void {
  if (may(caller, action, place)) return;
  ensure(!place || may(caller, 'readFacility', place), 'notFound', 'There is no such facility.');
  ensure(false, 'forbidden', 'Your role may not do this.');
}

/** The regions of a country that the caller may see in full. */
export function visibleRegions(caller: Caller, all: RegionCode[]): RegionCode[] {
  return caller.role === 'manager' && caller.regions
    ? all.filter((region) => caller.regions?.includes(region))
    : all;
}
