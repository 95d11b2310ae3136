import { daysIn } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { MonthlyReport } from './monthlyReport.ts';

/** With fewer days of power and of internet, a month in which equipment was not used says nothing of it. */
export const daysToUse = 15;

/** Whether a solution was used in a month, or why nobody can say. */
export const monthlyUses = [
  'used',
  'notUsed',
  'notReported',
  'notApproved',
  'notAsked',
  'figureMissing',
  'outage',
] as const;
export type MonthlyUse = (typeof monthlyUses)[number];

/**
 * The one rule of a month's use, by approved figures: a solution was used where one of its indicators is above zero, and
 * was not where all are zero although power and internet were there. A figure that is missing is not zero.
 */
export function useOf(
  report: MonthlyReport | undefined,
  solutionId: string,
  { indicators: all }: Pick<CountryPack, 'indicators'>,
): MonthlyUse {
  if (!report?.approved) return report?.submittedOn ? 'notApproved' : 'notReported';
  const { month, approved, approvedAdopted = [] } = report;
  const indicators = approvedAdopted.find((one) => one.solutionId === solutionId)?.indicators ?? [];
  if (indicators.length === 0) return 'notAsked';
  if (indicators.some((code) => (approved[code] ?? 0) > 0)) return 'used';
  const outages = all.filter(({ direction, unit }) => direction === 'circumstances' && unit === 'days');
  const asked = [...indicators, ...outages.map(({ code }) => code)];
  if (asked.some((code) => approved[code] === undefined)) return 'figureMissing';
  const couldUse = outages.every(({ code }) => (approved[code] ?? 0) <= daysIn(month) - daysToUse);
  return couldUse ? 'notUsed' : 'outage';
}
