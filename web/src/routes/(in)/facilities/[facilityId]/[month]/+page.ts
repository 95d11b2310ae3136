import { error } from '@sveltejs/kit';
import { reportsApi } from 'virtual:api/reports';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { facilityThen } from './facilityThen.ts';

const isMonth = /^20\d\d-(0[1-9]|1[0-2])$/;

export const load: PageLoad = async ({ params: { facilityId, month } }) => {
  if (!isMonth.test(month)) error(404);
  const reports = reportsApi.ofFacility({ params: { facilityId } }).then(({ body }) => body.reports);
  const record = Promise.all([facilityThen(facilityId, month, reports), reports]);
  const history = reportsApi.history({ params: { facilityId, month } }).then(({ body }) => body.lines);
  await waitBriefly(Promise.all([record, history]));
  return { pack: await countryPack(), month, record, history, back: `/facilities/${facilityId}` };
};
