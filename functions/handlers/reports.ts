import { implement } from '@orpc/server';
import { reportRoutes } from '../contract/reports.ts';
import type { Caller } from '../domain/caller.ts';
import { ensureFound, ensureMay, may, visibleRegions, type Action } from '../domain/permissions.ts';
import type { Month } from '../domain/calendar.ts';
import type { CommandHead } from '../domain/command.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { rowOf } from '../domain/facility/facility.ts';
import { placeOfReport } from '../domain/facility/facilityRegion.ts';
import type { ActionName } from '../domain/history.ts';
import * as report from '../domain/report/monthlyReport.ts';
import { changeReport } from '../store/report/changeReport.ts';
import { Facilities } from '../store/facility/facilities.ts';
import { History } from '../store/history.ts';
import { MonthlyReports, reportSubject } from '../store/report/monthlyReports.ts';
import { regionMonth } from '../store/report/regionMonth.ts';
import { reviewQueue } from '../store/report/reviewQueue.ts';
import { personOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { eachOf } from './http/each.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/runtime.ts';

const os = implement(reportRoutes).$context<Call>();
const facilities = new Facilities(database);
const reports = new MonthlyReports(database);
const history = new History(database);

export const handler = serve(
  os.router({
    ofFacility: os.ofFacility.handler(async ({ input: { params }, context: { caller } }) => {
      const facility = await facilities.find(params.facilityId);
      ensureFound(facility, 'readReport');
      const found = await reports.ofFacility(params.facilityId);
      const seen = found.filter((one) => may(caller, 'readReport', placeOfReport(facility, one.month, one)));
      // Who sees none of them, nor the facility, is not told that there is one.
      if (seen.length === 0) ensureMay(caller, 'readReport', facility);
      const outdated = seen.filter(
        (one) =>
          may(caller, 'reviewReport', placeOfReport(facility, one.month, one)) &&
          report.isAttributedOtherwise({ facility, pack }, one),
      );
      return {
        body: {
          reports: seen.map((one) => asSeenBy(caller, one)),
          ...(outdated.length > 0 && { outdated: outdated.map(({ month }) => month) }),
        },
      };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      const found = await readable(caller, 'readReport', params);
      ensureFound(found, 'readReport');
      return { body: asSeenBy(caller, found) };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      await readable(caller, 'readHistory', params);
      const { facilityId } = params;
      const isOwn = caller.facilityId === facilityId;
      return { body: { lines: await history.of(reportSubject(facilityId, params.month), isOwn) } };
    }),
    ofMonth: os.ofMonth.handler(async ({ input: { query }, context: { caller } }) => {
      ensureMay(caller, 'readReport', query);
      const found = await regionMonth(database, pack, query);
      const rows = found.map(({ place, report: one }) => ({
        facility: rowOf(place),
        report: one && asSeenBy(caller, one),
      }));
      return { body: { rows } };
    }),
    awaitingReview: os.awaitingReview.handler(async ({ input: { query }, context: { caller } }) => {
      ensureMay(caller, 'reviewReport');
      const visible = visibleRegions(caller, regionCodes(pack));
      const regions = query.region ? visible.filter((region) => region === query.region) : visible;
      return { body: await reviewQueue({ facilities, reports }, pack, regions, query.page) };
    }),
    saveDraft: os.saveDraft.handler(({ input, context }) =>
      command('saveDraft', 'writeReport', input, context, report.saveDraft),
    ),
    submit: os.submit.handler(({ input, context }) =>
      command('submit', 'writeReport', input, context, report.submit),
    ),
    return: os.return.handler(({ input, context }) =>
      command('return', 'reviewReport', input, context, (on, { field, reason }) =>
        report.returnReport(on, field, reason, personOf(context.caller)),
      ),
    ),
    approve: os.approve.handler(({ input, context }) =>
      command('approve', 'reviewReport', input, context, report.approve),
    ),
    approveEach: os.approveEach.handler(async ({ input: { body }, context }) => {
      ensureMay(context.caller, 'reviewReport');
      const rows = await eachOf(body.reports, body.idempotencyKey, async (row, idempotencyKey) => {
        const { basedOn, ...params } = row;
        const asked = { params, body: { basedOn, idempotencyKey } };
        const approved = await command('approve', 'reviewReport', asked, context, report.approve);
        return { report: approved.body };
      });
      return { body: { rows } };
    }),
    correct: os.correct.handler(({ input, context }) =>
      command('correct', 'writeReport', input, context, (on, { reason }) => report.correct(on, reason)),
    ),
    attribute: os.attribute.handler(({ input, context }) =>
      command('attribute', 'reviewReport', input, context, report.attributeAgain, input.body.reason),
    ),
  }),
);

/** The report of a month that the caller may read; undefined where there is none. */
async function readable(
  caller: Caller,
  action: Action,
  { facilityId, month }: { facilityId: string; month: Month },
): Promise<report.MonthlyReport | undefined> {
  const [facility, found] = await Promise.all([facilities.find(facilityId), reports.find(facilityId, month)]);
  ensureFound(facility, action);
  ensureMay(caller, action, placeOfReport(facility, month, found));
  return found;
}

function asSeenBy(caller: Caller, one: report.MonthlyReport): report.MonthlyReport {
  return caller.facilityId === one.facilityId ? one : report.withoutDraft(one);
}

/** Does a command on a report in the caller's name, if the caller may. */
async function command<Content extends object>(
  action: ActionName,
  permission: Action,
  asked: { params: { facilityId: string; month: Month }; body: CommandHead & Content },
  { caller, today, at }: Call,
  decide: (
    on: report.ReportCase,
    content: Omit<CommandHead & Content, keyof CommandHead>,
  ) => report.MonthlyReport,
  reason?: string,
): Promise<{ body: report.MonthlyReport }> {
  const { basedOn, idempotencyKey, ...content } = asked.body;
  const asking = { basedOn, idempotencyKey, action, content, ...(reason && { reason }) };
  const what = { ...asked.params, ...asking, by: personOf(caller), today, at };
  return {
    body: await changeReport(database, pack, what, {
      authorise: ({ facility, month, report: found }) =>
        ensureMay(caller, permission, placeOfReport(facility, month, found)),
      decide: (on) => decide(on, content),
      shown: (one) => asSeenBy(caller, one),
    }),
  };
}
