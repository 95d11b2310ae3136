import { error } from '@sveltejs/kit';
import { m } from 'virtual:messages';
import { capital, monthName } from '#lib/format.ts';
import type { PageLoad } from './$types';

/** One month of my facility. */
export const load: PageLoad = async ({ params, parent }) => {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(params.month)) error(404, m.notFoundText());
  const { reports, drafts } = await parent();
  return {
    month: params.month,
    report: reports.find(({ month }) => month === params.month),
    draft: drafts.find(({ month }) => month === params.month),
    title: capital(monthName(params.month)),
    back: '/my-facility',
  };
};
