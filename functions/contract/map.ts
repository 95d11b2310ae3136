import * as z from 'zod/mini';
import { Day } from '../domain/calendar.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { FacilityPoints } from '../domain/facility/facilityPoints.ts';
import { Language } from '../domain/names.ts';
import { signedIn, tag, tagged } from './route.ts';

export const mapRoutes = {
  /** All facilities that the caller may see, or those of one region, with just what a map needs; of very many a few regions at a time. */
  points: signedIn('GET', '/map/facilities')
    .input(
      z.extend(tag, {
        query: z.strictObject({
          language: Language,
          region: z.optional(RegionCode),
          /** The region with which a page begins. */
          page: z.optional(RegionCode),
        }),
      }),
    )
    .output(
      tagged(z.strictObject({ on: Day, points: z.array(FacilityPoints), next: z.optional(RegionCode) })),
    ),
};
