import * as z from 'zod/mini';
import { RegionCode } from './countryPack.ts';
import { FacilityId } from './facility/facilityProfile.ts';

export const roles = ['manager', 'donor', 'head', 'admin'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** How far a manager's sight reaches: every region, or those named. */
export const Regions = z.union([z.literal('all'), z.array(RegionCode)]);
export type Regions = z.infer<typeof Regions>;

/** Who is asking, as the token says. */
export const Caller = z.strictObject({
  accountId: z.string().check(z.minLength(1)),
  name: z.string(),
  role: Role,
  /** A manager's regions; absent means none. */
  regions: z.optional(Regions),
  /** A head's own facility. */
  facilityId: z.optional(FacilityId),
  /** A donor partner's own organisation. */
  donorId: z.optional(z.string()),
});
export type Caller = z.infer<typeof Caller>;
