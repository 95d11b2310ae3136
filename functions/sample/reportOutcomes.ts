import type { Month } from '../domain/calendar.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import { lastMonth } from './publishedFigures.ts';
import { Random } from './random.ts';

/**
 * What has become of a month's report: never begun, only a draft, waiting (`surprising`: with a figure far above the
 * usual), sent back, approved (`late`: handed in after the due day), approved after it was sent back (`mended`) or
 * after a correction (`corrected`), approved with a correction begun (`reopened`) or waiting (`amended`).
 */
export const reportOutcomes = [
  'missing',
  'draft',
  'returned',
  'surprising',
  'waiting',
  'late',
  'mended',
  'amended',
  'reopened',
  'corrected',
  'approved',
] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

type Shares = readonly (readonly [ReportOutcome, number])[];

/** The shares of a month's reports, the least happy first; the rest is approved. */
const settled: Shares = [
  ['missing', 0.05],
  ['late', 0.1],
  ['mended', 0.035],
  ['corrected', 0.012],
];
const lastButOne: Shares = [
  ['missing', 0.062],
  ['draft', 0.007],
  ['returned', 0.007],
  ['waiting', 0.022],
  ['late', 0.065],
  ['mended', 0.03],
  ['amended', 0.004],
  ['reopened', 0.004],
];
const current: Shares = [
  ['missing', 0.361],
  ['draft', 0.04],
  ['returned', 0.0215],
  ['surprising', 0.015],
  ['waiting', 0.281],
];

/** The outcome of each facility's report for a month; some facilities are less fortunate than others in every month. */
export function outcomesIn(month: Month, profiles: FacilityProfile[]): Map<string, ReportOutcome> {
  const shares = sharesIn(month);
  const byFortune = profiles.toSorted((a, b) => fortune(a, month) - fortune(b, month));
  return new Map(
    byFortune.map(({ facilityId }, index) => [facilityId, fateAt((index + 0.5) / byFortune.length, shares)]),
  );
}

function sharesIn(month: Month): Shares {
  if (month === lastMonth) return current;
  return month === '2024-10' ? lastButOne : settled;
}

/** From 0 to 1; a regional hospital has an office that sees to its reports. */
function fortune({ facilityId, type }: FacilityProfile, month: Month): number {
  const habit = type === 'regionalHospital' ? 1 : new Random(facilityId, 'habit').next();
  return 0.8 * new Random(facilityId, month, 'fate').next() + 0.2 * habit;
}

function fateAt(position: number, shares: Shares): ReportOutcome {
  let upTo = 0;
  for (const [outcome, share] of shares) {
    upTo += share;
    if (position < upTo) return outcome;
  }
  return 'approved';
}

const unapproved: readonly ReportOutcome[] = ['missing', 'draft', 'returned', 'surprising', 'waiting'];

/** Whether figures of the report are approved, be it that a correction is under way. */
export function isApproved(outcome: ReportOutcome): boolean {
  return !unapproved.includes(outcome);
}
