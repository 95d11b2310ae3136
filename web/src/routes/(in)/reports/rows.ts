import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#functions/contract.ts';
import type { Day } from '#functions/domain/calendar.ts';
import type { FacilityRow } from '#functions/domain/facility/facility.ts';
import { capabilitiesUsed } from '#functions/domain/report/capabilitiesUsed.ts';
import { teleconsultationsIn, type Indicator } from '#functions/domain/report/indicator.ts';
import { countedFigures } from '#functions/domain/report/monthlyReport.ts';
import type { ReportStatus } from '#functions/domain/report/reportStatus.ts';
import type { Completeness } from '#lib/progress/completeness.ts';

export type Answered = InferContractRouterOutputs<
  typeof contract
>['reports']['ofMonth']['body']['rows'][number];

/** What a facility's report of the month has come to; in the order in which someone should look at them. */
export const standings = ['missing', 'returned', 'draft', 'submitted', 'approved'] as const;
export type Standing = ReportStatus | 'missing';

/** A facility's month as one line. */
export interface ReportRow {
  facility: FacilityRow;
  standing: Standing;
  /** The day it was first received, while it counts. */
  receivedOn?: Day;
  onTime?: boolean;
  /** Those that count. */
  teleconsultations?: number;
}

/** The lines of a region's month: what is missing first, then by standing. */
export function rowsOf(answered: Answered[], indicators: Indicator[]): ReportRow[] {
  return answered
    .map((one) => rowOf(one, indicators))
    .sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing));
}

function rowOf({ facility, report }: Answered, indicators: Indicator[]): ReportRow {
  const counted = report && countedFigures(report);
  return {
    facility,
    standing: report?.status ?? 'missing',
    ...(counted && {
      teleconsultations: teleconsultationsIn(counted, indicators),
      receivedOn: report.submittedOn,
      onTime: report.onTime,
    }),
  };
}

/** Those of a region's month whose approved report shows a capability in use; all without one. */
export function usingIn(answered: Answered[], capability: string | undefined): Answered[] {
  if (!capability) return answered;
  return answered.filter(({ report }) => report && capabilitiesUsed(report).has(capability));
}

/** Completeness of the facilities listed: each of them was live in the month, and owes a report for it. */
export function completenessIn(answered: Answered[]): Completeness {
  const received = answered.flatMap(({ report }) => (report && countedFigures(report) ? [report] : []));
  return {
    expected: answered.length,
    received: received.length,
    onTime: received.filter(({ onTime }) => onTime).length,
    approved: received.filter(({ approved }) => approved).length,
    missing: answered.length - received.length,
  };
}
