import { facilitiesApi } from 'virtual:api/facilities';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { isWarehouse } from '#functions/domain/equipment/place.ts';
import { facilityPattern } from '#functions/domain/facility/facilityProfile.ts';
import type { ProperNames } from '#functions/domain/names.ts';
import type { Warehouse } from '#functions/domain/warehouse.ts';
import { Refused } from '#lib/api/errors.ts';
import { eachBatch } from '#lib/batches/batches.ts';
import { named } from '#lib/i18n/format.ts';
import { regionName } from '#lib/record/labels.ts';
import type { PlaceChoice } from './planRow.ts';

interface Somewhere {
  names: ProperNames;
  settlement: ProperNames;
  region: string;
}
type Regions = Pick<CountryPack, 'regions'>;

/** A facility or a warehouse as one chooses it. */
export function placeChoice(
  placeId: string,
  { names, settlement, region }: Somewhere,
  pack: Regions,
): PlaceChoice {
  return { placeId, name: named(names), where: `${named(settlement)}, ${regionName(region, pack)}` };
}

/** Those of the codes that are places the reader sees. */
export async function placesWith(
  codes: string[],
  warehouses: Warehouse[],
  pack: Regions,
): Promise<PlaceChoice[]> {
  const stores = warehouses.filter(({ warehouseId }) => codes.includes(warehouseId));
  const found = stores.map((store) => placeChoice(store.warehouseId, store, pack));
  const facilities = codes.filter((code) => !isWarehouse({ placeId: code }) && facilityPattern.test(code));
  const look = async (facilityId: string) => {
    const facility = await facilityWith(facilityId);
    if (facility) found.push(placeChoice(facilityId, facility, pack));
  };
  await eachBatch(facilities, look, () => false);
  return found;
}

async function facilityWith(facilityId: string): Promise<Somewhere | undefined> {
  try {
    return (await facilitiesApi.get({ params: { facilityId } })).body;
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'notFound') return undefined;
    throw error;
  }
}
