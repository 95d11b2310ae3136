import { error } from '@sveltejs/kit';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { may, visibleRegions } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  if (!may(caller, 'registerWarehouse')) error(403);
  const own = visibleRegions(caller, regionCodes(pack));
  return { pack, regions: pack.regions.filter(({ code }) => own.includes(code)), back: '/warehouses' };
};
