import { error } from '@sveltejs/kit';
import { warehousesApi } from 'virtual:api/warehouses';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { warehouseId }, parent }) => {
  const [pack, { body: warehouse }, { caller }] = await Promise.all([
    countryPack(),
    warehousesApi.get({ params: { warehouseId } }),
    parent(),
  ]);
  if (!may(caller, 'editWarehouse', warehouse)) error(403);
  return { pack, warehouse, back: `/warehouses/${warehouseId}` };
};
