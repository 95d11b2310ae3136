import { teleconsultationsIn, type Indicator } from '#functions/domain/indicator.ts';
import type { Month } from '#functions/domain/calendar.ts';
import type { MonthRow } from './months.ts';

/** Teleconsultations month by month, oldest first: what is approved, and what is received and not approved. */
export interface Trend {
  months: Month[];
  approved: number[];
  open: number[];
  /** The newest month of which figures count, by its place. */
  at: number;
  /** Months that were owed and did not come. */
  missing: number;
}

/** The trend of a facility's months; undefined when none of them has figures that count. */
export function trendOf(rows: MonthRow[], indicators: Indicator[]): Trend | undefined {
  const oldestFirst = rows.toReversed();
  const at = oldestFirst.findLastIndex(({ figures }) => figures);
  if (at < 0) return undefined;
  const valueOf = ({ figures = {} }: MonthRow) => teleconsultationsIn(figures, indicators);
  // What counts is waiting only while it is submitted; else it was approved, be it in an earlier revision.
  const isOpen = ({ report }: MonthRow) => report?.status === 'submitted';
  return {
    months: oldestFirst.map(({ month }) => month),
    approved: oldestFirst.map((row) => (isOpen(row) ? 0 : valueOf(row))),
    open: oldestFirst.map((row) => (isOpen(row) ? valueOf(row) : 0)),
    at,
    missing: rows.filter(({ timeliness }) => timeliness === 'overdue').length,
  };
}

/** All that was received of a month. */
export function totalAt({ approved, open }: Trend, at: number): number {
  return (approved[at] ?? 0) + (open[at] ?? 0);
}
