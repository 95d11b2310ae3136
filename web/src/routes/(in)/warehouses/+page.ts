import { api } from '#lib/api/api.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => {
  const list = api.warehouses.list({ query: {} }).then(({ body }) => body.warehouses);
  await waitBriefly(list);
  return { pack: await countryPack(), list, back: '/facilities' };
};
