import {
  addMonths,
  dueOn,
  isLate,
  monthOf,
  monthsBetween,
  type Day,
  type Month,
} from '#functions/domain/calendar.ts';
import type { Facility } from '#functions/domain/facility/facility.ts';
import { wasLive } from '#functions/domain/report/liveMonths.ts';
import type { Figures } from '#functions/domain/report/indicator.ts';
import { countedFigures, type MonthlyReport } from '#functions/domain/report/monthlyReport.ts';

/** Whether a month's report came in time, is still awaited, is overdue, or is not owed at all. */
export type Timeliness = 'onTime' | 'late' | 'awaited' | 'overdue' | 'notExpected';

/** A month as the facility's table shows it. */
export interface MonthRow {
  month: Month;
  report?: MonthlyReport;
  timeliness: Timeliness;
  dueOn: Day;
  /** The figures that count at present. */
  figures?: Figures;
}

/** The last months that are over, newest first, from when the facility went live or first reported. */
export function monthsOf(
  facility: Facility,
  reports: MonthlyReport[],
  dueDay: number,
  today: Day,
  most = 24,
): MonthRow[] {
  const last = addMonths(monthOf(today), -1);
  const begun = [
    ...facility.stages.filter(({ stage }) => stage === 'live').map(({ date }) => monthOf(date)),
    ...reports.map(({ month }) => month),
  ].sort();
  if (!begun[0]) return [];
  const earliest = addMonths(last, 1 - most);
  const first = begun[0] < earliest ? earliest : begun[0];
  return monthsBetween(first, last)
    .reverse()
    .map((month) => {
      const report = reports.find((candidate) => candidate.month === month);
      return {
        month,
        report,
        timeliness: timelinessOf(facility, report, month, isLate(month, dueDay, today)),
        dueOn: dueOn(month, dueDay),
        figures: report && countedFigures(report),
      };
    });
}

function timelinessOf(
  facility: Facility,
  report: MonthlyReport | undefined,
  month: Month,
  isOverdue: boolean,
): Timeliness {
  if (report?.onTime !== undefined) return report.onTime ? 'onTime' : 'late';
  if (!report && !wasLive(facility, month)) return 'notExpected';
  return isOverdue ? 'overdue' : 'awaited';
}
