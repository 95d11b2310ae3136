import type { Facility } from '#functions/domain/facility.ts';
import { api } from '#lib/api/api.ts';
import { named } from '#lib/i18n/format.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { facilityId }, depends }) => {
  depends('app:facility');
  const params = { facilityId };
  const facility = api.facilities.get({ params }).then(({ body }) => body);
  const record = Promise.all([facility, api.reports.ofFacility({ params }).then(({ body }) => body.reports)]);
  const history = api.facilities.history({ params }).then(({ body }) => body.lines);
  const hubs = facility.then(hubNames);
  await waitBriefly(Promise.all([record, history, hubs]));
  return { pack: await countryPack(), record, history, hubs, back: '/facilities' };
};

/** The names of a facility's hubs by code; one that may not be seen keeps its code. */
async function hubNames({ hubs }: Facility): Promise<Map<string, string>> {
  const names = await Promise.all(
    hubs.map((facilityId) =>
      api.facilities.get({ params: { facilityId } }).then(
        ({ body }) => named(body.names),
        () => facilityId,
      ),
    ),
  );
  return new Map(hubs.map((hub, index) => [hub, names[index] ?? hub]));
}
