import type { Caller } from '../../domain/caller.ts';
import { consignmentRow, type ConsignmentRow } from '../../domain/equipment/consignmentRow.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { maySeeEquipment } from '../../domain/equipment/equipmentPermissions.ts';
import { isWarehouse, type PlaceId } from '../../domain/equipment/place.ts';
import type { Facility } from '../../domain/facility.ts';
import type { ProperNames } from '../../domain/names.ts';
import { readyFor } from '../../domain/readiness.ts';
import { Facilities } from '../../store/facilities.ts';
import { Warehouses } from '../../store/warehouses.ts';
import { database } from './database.ts';

const facilities = new Facilities(database);
const warehouses = new Warehouses(database);

/** A place that equipment names, as its reader knows it. */
interface NamedPlace {
  placeId: PlaceId;
  names: ProperNames;
  region: string;
  readyFor?: string[];
}

/** Consignments as lists show them to a caller, with the names of their places; what is struck out is in no list. */
export async function equipmentSeenBy(
  caller: Caller,
  found: Consignment[],
): Promise<{ consignments: ConsignmentRow[]; places: NamedPlace[] }> {
  const rows = found
    .filter((consignment) => maySeeEquipment(caller, consignment))
    .flatMap((consignment) => consignmentRow(consignment) ?? []);
  if (caller.role === 'donor') return { consignments: rows.map(withoutPlace), places: [] };
  return { consignments: rows, places: await namedPlaces(rows.flatMap(placesOf)) };
}

/** Places by id, with their names. */
export async function namedPlaces(placeIds: PlaceId[]): Promise<NamedPlace[]> {
  const ids = [...new Set(placeIds)];
  const [atFacilities, atWarehouses] = await Promise.all([
    facilities.these(ids.filter((placeId) => !isWarehouse({ placeId }))),
    warehouses.these(ids.filter((placeId) => isWarehouse({ placeId }))),
  ]);
  return [
    ...atFacilities.map(namedFacility),
    ...atWarehouses.map(({ warehouseId, names, region }) => ({ placeId: warehouseId, names, region })),
  ];
}

function namedFacility(facility: Facility): NamedPlace {
  const { facilityId, names, region } = facility;
  const solutionIds = readyFor(facility);
  return { placeId: facilityId, names, region, ...(solutionIds.length > 0 && { readyFor: solutionIds }) };
}

function placesOf({ placeId, destinationId, offeredToId }: ConsignmentRow): PlaceId[] {
  return [placeId, destinationId, offeredToId].filter((id) => id !== undefined);
}

/** A donor sees in which region its aid is, and no place. */
function withoutPlace(row: ConsignmentRow): ConsignmentRow {
  const { placeId: _, destinationId: __, offeredToId: ___, ...rest } = row;
  return rest;
}
