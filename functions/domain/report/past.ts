import { addMonths, type Month } from '../calendar.ts';
import { usualRange } from './indicator.ts';
import { countedFigures, type MonthlyReport } from './monthlyReport.ts';

/** What a month's figure can be compared with. */
export interface Past {
  /** Last month's value. */
  before?: number;
  usual?: { low: number; high: number };
  /** What counts of the months before, the oldest first. */
  earlier: number[];
}

/** The months before this one, as far as they count, for one indicator. */
export function pastOf(code: string, month: Month, reports: MonthlyReport[]): Past {
  const months = reports
    .filter((report) => report.month < month)
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .flatMap((report) => {
      const value = countedFigures(report)?.[code];
      return value === undefined ? [] : [{ month: report.month, value }];
    });
  const earlier = months.map(({ value }) => value);
  return {
    before: months.find((known) => known.month === addMonths(month, -1))?.value,
    usual: usualRange(earlier),
    earlier,
  };
}
