import { error } from '@sveltejs/kit';
import { m } from 'virtual:messages';
import { capital, monthName } from '#lib/format.ts';
import { draftOf } from '#lib/myFacility/drafts.ts';
import { reportView } from '#lib/myFacility/later.ts';
import type { PageLoad } from './$types';

/** One month of my facility. */
export const load: PageLoad = async ({ depends, params, parent }) => {
  depends('app:mine');
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(params.month)) error(404, m.notFoundText());
  const { facility, reports } = await parent();
  const report = reports.find(({ month }) => month === params.month);
  const isClosed = report?.status === 'submitted' || report?.status === 'approved';
  return {
    ReportView: isClosed ? (await reportView()).default : undefined,
    month: params.month,
    report,
    draft: await draftOf(facility.facilityId, params.month),
    title: capital(monthName(params.month)),
    back: '/my-facility',
  };
};
