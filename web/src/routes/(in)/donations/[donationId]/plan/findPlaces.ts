import { facilitiesApi } from 'virtual:api/facilities';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Stage } from '#functions/domain/facility/facility.ts';
import type { Warehouse } from '#functions/domain/warehouse.ts';
import { placeChoice } from './places.ts';
import type { PlaceChoice } from './planRow.ts';

/** What places are sought by. */
interface Sought {
  text: string;
  region: string;
  stage?: Stage;
}

/** Places that were found, and where further ones begin. */
export interface Found {
  places: PlaceChoice[];
  next?: string;
}

interface Known {
  warehouses: Warehouse[];
  pack: Pick<CountryPack, 'regions'>;
  /** What was found before, to which further ones come. */
  before?: Found;
}

/** Open warehouses and facilities by text and region, facilities by stage too; a page of them, upon those before it. */
export async function findPlaces(sought: Sought, { warehouses, pack, before }: Known): Promise<Found> {
  const { text, region, stage } = sought;
  const { body } = await facilitiesApi.list({ query: { text, region, stage, page: before?.next } });
  const facilities = body.facilities.map((facility) => placeChoice(facility.facilityId, facility, pack));
  const stores = before || stage ? [] : warehouses.filter((store) => isSought(store, sought));
  return {
    places: [
      ...(before?.places ?? []),
      ...stores.map((store) => placeChoice(store.warehouseId, store, pack)),
      ...facilities,
    ],
    ...(body.next && { next: body.next }),
  };
}

function isSought({ warehouseId, names, settlement, region, closedOn }: Warehouse, sought: Sought): boolean {
  const texts = [warehouseId, ...Object.values(names), ...Object.values(settlement)];
  const text = sought.text.toLowerCase();
  const isThere = !sought.region || sought.region === region;
  return !closedOn && isThere && texts.some((one) => one.toLowerCase().includes(text));
}
