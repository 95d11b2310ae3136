import { error } from '@sveltejs/kit';
import { donationsApi } from 'virtual:api/donations';
import { warehousesApi } from 'virtual:api/warehouses';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { may, visibleRegions } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url, parent }) => {
  const { caller } = await parent();
  if (!may(caller, 'planEquipment')) error(403);
  const [pack, { body: donation }, { body: stores }] = await Promise.all([
    countryPack(),
    donationsApi.get({ params }),
    warehousesApi.list({ query: {} }),
  ]);
  const line = donation.lines.find(({ lineId }) => lineId === url.searchParams.get('line'));
  if (!line) error(404);
  const visible = visibleRegions(caller, regionCodes(pack));
  const regions = pack.regions.filter(({ code }) => visible.includes(code));
  return {
    pack,
    donation,
    line,
    regions,
    warehouses: stores.warehouses,
    back: `/donations/${params.donationId}`,
  };
};
