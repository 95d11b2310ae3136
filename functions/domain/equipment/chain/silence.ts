import * as z from 'zod/mini';
import { addMonths, daysFrom, isLate, Month, monthOf, type Day } from '../../calendar.ts';
import type { CountryPack } from '../../countryPack.ts';
import { daysToUse, monthlyUses, useOf, type MonthlyUse } from '../../report/monthlyUse.ts';
import { withoutDraft, type MonthlyReport } from '../../report/monthlyReport.ts';
import { within } from '../../period.ts';
import type { Span } from '../../solution/adoption.ts';
import type { Consignment } from '../consignment.ts';
import { installedSpans } from '../installedSpans.ts';
import { isWarehouse, type Place } from '../place.ts';
import { standingOf } from '../standing.ts';

/** A month as units in use are judged by it, with what the head noted on its report. */
const JudgedMonth = z.strictObject({
  month: Month,
  /** As the solution's use; or the units were not used for the first time before it, or hardly worked or were in use in it. */
  use: z.enum([...monthlyUses, 'beforeFirstUse', 'outOfUse']),
  note: z.optional(z.string()),
});
export type JudgedMonth = z.infer<typeof JudgedMonth>;

/** Whether units that are in use by their record are used: `silent` where they were in neither of the two months, the older first. */
export const Silence = z.strictObject({
  verdict: z.enum(['silent', 'notSilent', 'notKnown']),
  months: z.array(JudgedMonth).check(z.length(2)),
});
export type Silence = z.infer<typeof Silence>;

/** The facility where units are in use and working by their record, for a solution; undefined for what nobody can call silent. */
export function inUseAt(consignment: Consignment): Place | undefined {
  const { state, holder, faultySince, unused } = standingOf(consignment) ?? {};
  const isUsed = state === 'inUse' && !faultySince && !unused && consignment.solution !== undefined;
  return isUsed && holder && !isWarehouse(holder) ? holder : undefined;
}

/** The two newest months whose reports were to be there by now, the older first. */
export function judgedMonths(today: Day, { dueDay }: Pick<CountryPack, 'dueDay'>): [Month, Month] {
  const last = addMonths(monthOf(today), -1);
  const newest = isLate(last, dueDay, today) ? last : addMonths(last, -1);
  return [addMonths(newest, -1), newest];
}

/**
 * Units are silent when their solution was not used in two months though they worked, and there were power and internet.
 * Whatever is not known of one of the months makes it not known; undefined for units that are not in use by their record.
 */
export function silenceOf(
  consignment: Consignment,
  reports: MonthlyReport[],
  { today, pack }: { today: Day; pack: Pick<CountryPack, 'dueDay' | 'indicators'> },
): Silence | undefined {
  const place = inUseAt(consignment);
  if (!place || !consignment.solution) return undefined;
  const { solutionId } = consignment.solution;
  const spans = installedSpans(consignment, place.placeId);
  const firstUse = standingOf(consignment)?.since ?? today;
  const months = judgedMonths(today, pack).map((month): JudgedMonth => {
    const report = reports.find((one) => one.facilityId === place.placeId && one.month === month);
    const use = useOf(report, solutionId, pack);
    const note = report?.approved && withoutDraft(report).note;
    return { month, use: couldShow(use, month, firstUse, spans), ...(note && { note }) };
  });
  const isEach = (wanted: MonthlyUse) => months.every(({ use }) => use === wanted);
  const isUsed = months.some(({ use }) => use === 'used');
  return { verdict: isUsed ? 'notSilent' : isEach('notUsed') ? 'silent' : 'notKnown', months };
}

/** What a month's use says of units: nothing, as long as they could not have been used. */
function couldShow(use: MonthlyUse, month: Month, firstUse: Day, spans: Span[]): JudgedMonth['use'] {
  if (month <= monthOf(firstUse)) return 'beforeFirstUse';
  return use === 'notUsed' && daysInUse(month, spans) < daysToUse ? 'outOfUse' : use;
}

/** On how many days of a month units worked and were in use. */
function daysInUse(month: Month, spans: Span[]): number {
  const whole = { from: `${month}-01`, until: `${addMonths(month, 1)}-01` };
  const worked = spans.filter(({ isUsed, isFaulty }) => isUsed && !isFaulty);
  return within(worked, whole).reduce((sum, { from, until }) => sum + daysFrom(from, until ?? from), 0);
}
