import * as z from 'zod/mini';
import { RegionCode } from '../countryPack.ts';
import { FormerRegion } from '../facility/facilityRegion.ts';
import { warehousePattern } from '../warehouse.ts';

/** The code of what can hold equipment: a facility or a warehouse. */
export const PlaceId = z.string().check(z.regex(/^[A-Z]{2}-(\d{4,6}|W\d{2,4})$/));
export type PlaceId = z.infer<typeof PlaceId>;

/** A place as consignments remember it: with the regions in which it was, since that is where they count. */
export const Place = z.strictObject({
  placeId: PlaceId,
  region: RegionCode,
  formerRegions: z.optional(z.array(FormerRegion)),
});
export type Place = z.infer<typeof Place>;

/** Whether the place is a warehouse; it is a facility otherwise. */
export function isWarehouse({ placeId }: Pick<Place, 'placeId'>): boolean {
  return warehousePattern.test(placeId);
}
