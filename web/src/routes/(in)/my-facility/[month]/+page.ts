import { error } from '@sveltejs/kit';
import { m } from 'virtual:messages';
import { capital, monthName } from '#lib/i18n/format.ts';
import { draftOf } from '#lib/myFacility/drafts.ts';
import { reportView } from '#lib/myFacility/later.ts';
import { isSubmission, subjectOf } from '#lib/myFacility/reportCommands.ts';
import { waitingAbout } from '#lib/outbox/entry.ts';
import type { PageLoad } from './$types';

/** One month of my facility. */
export const load: PageLoad = async ({ depends, params, parent }) => {
  depends('app:my-facility');
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(params.month)) error(404, m.notFoundText());
  const { facility, reports } = await parent();
  const about = { facilityId: facility.facilityId, month: params.month };
  const report = reports.find(({ month }) => month === params.month);
  const isClosed = report?.status === 'submitted' || report?.status === 'approved';
  const draft = await draftOf(about).catch(() => undefined);
  const unsent = await waitingAbout(subjectOf(about)).catch(() => []);
  return {
    ReportView: isClosed ? (await reportView()).default : undefined,
    month: params.month,
    report,
    draft,
    isWaiting: unsent.some(isSubmission),
    title: capital(monthName(params.month)),
    back: '/my-facility',
  };
};
