import type { Facility } from '../../domain/facility/facility.ts';
import { isWarehouse, type Place } from '../../domain/equipment/place.ts';
import type { Database } from '../database.ts';
import { facilityFrom } from '../facility/facilities.ts';
import { warehouseKind } from '../warehouses.ts';
import type { Item, Key } from '../write.ts';
import type { TableName } from '../tables.ts';

/** Places as they are now, and the facilities among them. */
export interface Surroundings {
  places: Map<string, Place>;
  facilities: Facility[];
}

/** Where a place is kept, be it a facility or a warehouse. */
export function placeKey(placeId: string): { table: TableName; key: Key } {
  return isWarehouse({ placeId })
    ? { table: 'warehouses', key: { warehouseId: placeId } }
    : { table: 'facilities', key: { facilityId: placeId } };
}

/** The places in what is at their keys; what is not there is left out. */
export function surroundingsOf(placeIds: string[], items: (Item | undefined)[]): Surroundings {
  const places = new Map<string, Place>();
  const facilities: Facility[] = [];
  for (const [index, placeId] of placeIds.entries()) {
    const item = items[index];
    if (!item) continue;
    if (isWarehouse({ placeId })) {
      const { warehouseId, region } = warehouseKind.from(item);
      places.set(placeId, { placeId: warehouseId, region });
      continue;
    }
    const facility = facilityFrom(item);
    const { region, formerRegions } = facility;
    facilities.push(facility);
    places.set(placeId, { placeId, region, ...(formerRegions && { formerRegions }) });
  }
  return { places, facilities };
}

/** Reads places by id. */
export async function readPlaces(database: Database, placeIds: string[]): Promise<Surroundings> {
  return surroundingsOf(placeIds, await database.getAll(placeIds.map(placeKey)));
}
