import { consignmentsApi } from 'virtual:api/consignments';
import { facilitiesApi } from 'virtual:api/facilities';
import { reportsApi } from 'virtual:api/reports';
import { solutionsApi } from 'virtual:api/solutions';
import type { Facility } from '#functions/domain/facility/facility.ts';
import { named } from '#lib/i18n/format.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { facilityId }, depends }) => {
  depends('app:facility');
  const params = { facilityId };
  const facility = facilitiesApi.get({ params }).then(({ body }) => body);
  const record = Promise.all([facility, reportsApi.ofFacility({ params }).then(({ body }) => body)]);
  const history = facilitiesApi.history({ params }).then(({ body }) => body.lines);
  const linked = facility.then(linkedNames);
  const solutions = solutionsApi.list({}).then(({ body }) => body.solutions);
  const equipment = consignmentsApi.atPlace({ params: { placeId: facilityId } }).then(({ body }) => body);
  await waitBriefly(Promise.all([record, history, linked, solutions, equipment]));
  return { pack: await countryPack(), record, history, linked, solutions, equipment, back: '/facilities' };
};

/** The names of the facilities that one is linked to by code; one that may not be seen keeps its code. */
async function linkedNames({ links = [] }: Facility): Promise<Map<string, string>> {
  const ids = [...new Set(links.map((link) => link.facilityId))];
  const names = await Promise.all(
    ids.map((facilityId) =>
      facilitiesApi.get({ params: { facilityId } }).then(
        ({ body }) => named(body.names),
        () => facilityId,
      ),
    ),
  );
  return new Map(ids.map((id, index) => [id, names[index] ?? id]));
}
