import { isWarehouse, type PlaceId } from '../../domain/equipment/place.ts';
import { readyFor } from '../../domain/facility/readiness.ts';
import { Facilities } from '../../store/facility/facilities.ts';
import { Warehouses } from '../../store/warehouses.ts';
import { database } from './database.ts';

const facilities = new Facilities(database);
const warehouses = new Warehouses(database);

/** The facilities and warehouses of these ids, with all that is known of them: as much of it as a reader may see is for the caller to choose. */
export async function placesNamed(placeIds: PlaceId[]) {
  const ids = [...new Set(placeIds)];
  const [atFacilities, atWarehouses] = await Promise.all([
    facilities.these(ids.filter((placeId) => !isWarehouse({ placeId }))),
    warehouses.these(ids.filter((placeId) => isWarehouse({ placeId }))),
  ]);
  return [
    ...atFacilities.map((facility) => ({
      placeId: facility.facilityId,
      ...facility,
      readyFor: readyFor(facility),
    })),
    ...atWarehouses.map((warehouse) => ({
      placeId: warehouse.warehouseId,
      ...warehouse,
      readyFor: [],
    })),
  ];
}
