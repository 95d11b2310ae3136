import { warehousesApi } from 'virtual:api/warehouses';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
  const list = warehousesApi.list({ query: {} }).then(({ body }) => body.warehouses);
  await waitBriefly(list);
  return { pack: await countryPack(), list, back: '/facilities' };
};
