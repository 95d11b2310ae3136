import { error } from '@sveltejs/kit';
import { facilitiesApi } from 'virtual:api/facilities';
import { solutionsApi } from 'virtual:api/solutions';
import { warehousesApi } from 'virtual:api/warehouses';
import { isWarehouse } from '#functions/domain/equipment/place.ts';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { NamedPlace } from '#lib/equipment/namedPlace.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const placeId = url.searchParams.get('place') ?? '';
  const [pack, { caller }, place, { body }] = await Promise.all([
    countryPack(),
    parent(),
    placeOf(placeId),
    solutionsApi.list({}),
  ]);
  if (!may(caller, 'moveEquipment', place)) error(403);
  const back = `/${isWarehouse({ placeId }) ? 'warehouses' : 'facilities'}/${placeId}`;
  return { pack, place, solutions: body.solutions, back };
};

async function placeOf(placeId: string): Promise<NamedPlace> {
  if (isWarehouse({ placeId })) {
    const { names, region } = (await warehousesApi.get({ params: { warehouseId: placeId } })).body;
    return { placeId, names, region };
  }
  const { names, region } = (await facilitiesApi.get({ params: { facilityId: placeId } })).body;
  return { placeId, names, region };
}
