import { consignmentsApi } from 'virtual:api/consignments';
import { facilitiesApi } from 'virtual:api/facilities';
import { solutionsApi } from 'virtual:api/solutions';
import { m } from 'virtual:messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { facility } = await parent();
  const { facilityId } = facility;
  const [{ body: newest }, { body: equipment }, { body: known }] = await Promise.all([
    facilitiesApi.get({ params: { facilityId } }),
    consignmentsApi.atPlace({ params: { placeId: facilityId } }),
    solutionsApi.list({}),
  ]);
  const { consignments } = equipment;
  const { solutions } = known;
  return { newest, consignments, solutions, title: m.readiness(), back: '/my-facility' };
};
