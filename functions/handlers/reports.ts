import { implement } from '@orpc/server';
import { contract } from '../contract.ts';
import { ensureMay, visibleRegions, type Action, type Caller } from '../domain/caller.ts';
import type { Month } from '../domain/calendar.ts';
import type { RegionCode } from '../domain/countryPack.ts';
import { expectsReport, rowOf, type Facility } from '../domain/facility.ts';
import type { ActionName, CommandHead } from '../domain/history.ts';
import * as report from '../domain/monthlyReport.ts';
import { ensure } from '../domain/refusal.ts';
import { changeReport } from '../store/changeReport.ts';
import { Facilities } from '../store/facilities.ts';
import { MonthlyReports } from '../store/monthlyReports.ts';
import { personOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/surroundings.ts';

const os = implement(contract.reports).$context<Call>();
const facilities = new Facilities(database);
const reports = new MonthlyReports(database);

export const handler = serve(
  os.router({
    ofFacility: os.ofFacility.handler(async ({ input: { params }, context: { caller } }) => {
      const facility = await readable(caller, params.facilityId);
      const found = await reports.ofFacility(facility.facilityId);
      return { body: { reports: found.map((one) => asSeenBy(caller, one)) } };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      await readable(caller, params.facilityId);
      const found = await reports.find(params.facilityId, params.month);
      ensure(found, 'notFound', 'There is no report for this month.');
      return { body: asSeenBy(caller, found) };
    }),
    ofMonth: os.ofMonth.handler(async ({ input: { query }, context: { caller } }) => {
      ensureMay(caller, 'readReport', query);
      const [places, found] = await Promise.all([
        facilities.allInRegion(query.region),
        reports.ofRegionMonth(query.region, query.month),
      ]);
      const byFacility = new Map(found.map((one) => [one.facilityId, asSeenBy(caller, one)]));
      const rows = places
        .filter((place) => byFacility.has(place.facilityId) || expectsReport(place, query.month))
        .map((place) => ({ facility: rowOf(place), report: byFacility.get(place.facilityId) }));
      return { body: { rows } };
    }),
    awaitingReview: os.awaitingReview.handler(async ({ input: { query }, context: { caller } }) => {
      ensureMay(caller, 'reviewReport');
      const visible = visibleRegions(
        caller,
        pack.regions.map(({ code }) => code),
      );
      const regions = query.region ? visible.filter((region) => region === query.region) : visible;
      const rows = (await Promise.all(regions.map(awaitingIn))).flat();
      return { body: { rows: rows.sort(byWaiting) } };
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
    correct: os.correct.handler(({ input, context }) =>
      command('correct', 'writeReport', input, context, (on, { reason }) => report.correct(on, reason)),
    ),
  }),
);

async function readable(caller: Caller, facilityId: string): Promise<Facility> {
  const facility = await facilities.find(facilityId);
  ensure(facility, 'notFound', 'There is no such facility.');
  ensureMay(caller, 'readReport', facility);
  return facility;
}

function asSeenBy(caller: Caller, one: report.MonthlyReport): report.MonthlyReport {
  return caller.facilityId === one.facilityId ? one : report.withoutDraft(one);
}

const submittedAt = ({ report: { submittedAt = '' } }: { report: report.MonthlyReport }) => submittedAt;
const byWaiting = (a: { report: report.MonthlyReport }, b: { report: report.MonthlyReport }) =>
  submittedAt(a) < submittedAt(b) ? -1 : 1;

async function awaitingIn(region: RegionCode) {
  const waiting = await reports.awaitingReview(region);
  if (waiting.length === 0) return [];
  const places = new Map(
    (await facilities.allInRegion(region)).map((place) => [place.facilityId, rowOf(place)]),
  );
  return waiting.flatMap((one) => {
    const facility = places.get(one.facilityId);
    return facility ? [{ facility, report: one }] : [];
  });
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
): Promise<{ body: report.MonthlyReport }> {
  const { basedOn, idempotencyKey, ...content } = asked.body;
  const what = { ...asked.params, basedOn, idempotencyKey, action, content, by: personOf(caller), today, at };
  return {
    body: await changeReport(database, pack, what, {
      authorise: (facility) => ensureMay(caller, permission, facility),
      decide: (on) => decide(on, content),
      shown: (one) => asSeenBy(caller, one),
    }),
  };
}
