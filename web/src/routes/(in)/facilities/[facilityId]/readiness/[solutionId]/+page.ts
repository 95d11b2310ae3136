import { error } from '@sveltejs/kit';
import { facilitiesApi } from 'virtual:api/facilities';
import { solutionsApi } from 'virtual:api/solutions';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { facilityId, solutionId }, parent }) => {
  const [pack, { body: facility }, { body: solution }, { caller }] = await Promise.all([
    countryPack(),
    facilitiesApi.get({ params: { facilityId } }),
    solutionsApi.get({ params: { solutionId } }),
    parent(),
  ]);
  if (!may(caller, 'checkReadiness', facility)) error(403);
  return { pack, facility, solution, back: `/facilities/${facilityId}` };
};
