import { facilitiesApi } from 'virtual:api/facilities';
import { solutionsApi } from 'virtual:api/solutions';
import { m } from 'virtual:messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { solutionId }, parent }) => {
  const { facility } = await parent();
  const { facilityId } = facility;
  // What this device keeps may be older than what somebody else has found.
  const [{ body: newest }, { body: solution }] = await Promise.all([
    facilitiesApi.get({ params: { facilityId } }),
    solutionsApi.get({ params: { solutionId } }),
  ]);
  return { newest, solution, title: m.readiness(), back: '/my-facility/readiness' };
};
