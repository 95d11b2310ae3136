import { warehousesApi } from 'virtual:api/warehouses';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { warehouseId }, depends }) => {
  depends('app:warehouse');
  const params = { warehouseId };
  const warehouse = warehousesApi.get({ params }).then(({ body }) => body);
  const history = warehousesApi.history({ params }).then(({ body }) => body.lines);
  await waitBriefly(Promise.all([warehouse, history]));
  return { pack: await countryPack(), warehouse, history, back: '/warehouses' };
};
