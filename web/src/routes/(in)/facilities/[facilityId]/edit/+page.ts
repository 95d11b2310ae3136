import { error } from '@sveltejs/kit';
import { facilitiesApi } from 'virtual:api/facilities';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { facilityId }, parent }) => {
  const [pack, { body: facility }, { caller }] = await Promise.all([
    countryPack(),
    facilitiesApi.get({ params: { facilityId } }),
    parent(),
  ]);
  if (!may(caller, 'editFacility', facility)) error(403);
  return { pack, facility, back: `/facilities/${facilityId}` };
};
