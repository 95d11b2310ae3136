import { addMonths, monthsBetween, type Month } from '#functions/domain/calendar.ts';
import type { Indicator } from '#functions/domain/report/indicator.ts';
import { countedFigures, type MonthlyReport } from '#functions/domain/report/monthlyReport.ts';

/** A month's teleconsultations; undefined when nothing that counts was reported. */
export interface TrendMonth {
  month: Month;
  value: number | undefined;
}

/** The twelve months up to the last one, oldest first. */
export function trendOf(reports: MonthlyReport[], indicators: Indicator[], last: Month): TrendMonth[] {
  const codes = indicators.filter(({ countsAs }) => countsAs === 'teleconsultations').map(({ code }) => code);
  return monthsBetween(addMonths(last, -11), last).map((month) => {
    const report = reports.find((candidate) => candidate.month === month);
    const figures = report && countedFigures(report);
    return { month, value: figures && codes.reduce((sum, code) => sum + (figures[code] ?? 0), 0) };
  });
}
