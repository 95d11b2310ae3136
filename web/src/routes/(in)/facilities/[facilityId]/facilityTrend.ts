import { teleconsultationsIn, type Indicator } from '#functions/domain/report/indicator.ts';
import type { Month } from '#functions/domain/calendar.ts';
import type { MonthRow } from './months.ts';

/** Teleconsultations month by month, oldest first: what is approved, and what is received and not approved. */
export interface Trend {
  months: Month[];
  /** Null where nothing counts: missing is not zero. */
  approved: (number | null)[];
  open: (number | null)[];
  /** The newest month of which figures count, by its place. */
  at: number;
  /** Months, by their place, that were owed and did not come. */
  missing: number[];
}

/** The trend of a facility's months; undefined when none of them has figures that count. */
export function trendOf(rows: MonthRow[], indicators: Indicator[]): Trend | undefined {
  const oldestFirst = rows.toReversed();
  const at = oldestFirst.findLastIndex(({ figures }) => figures);
  if (at < 0) return undefined;
  const valueOf = ({ figures }: MonthRow) => (figures ? teleconsultationsIn(figures, indicators) : null);
  const none = ({ figures }: MonthRow) => (figures ? 0 : null);
  // What counts is waiting only while it is submitted; else it was approved, be it in an earlier revision.
  const isOpen = ({ report }: MonthRow) => report?.status === 'submitted';
  return {
    months: oldestFirst.map(({ month }) => month),
    approved: oldestFirst.map((row) => (isOpen(row) ? none(row) : valueOf(row))),
    open: oldestFirst.map((row) => (isOpen(row) ? valueOf(row) : none(row))),
    at,
    missing: oldestFirst.flatMap(({ timeliness, figures }, place) =>
      timeliness === 'overdue' && !figures ? [place] : [],
    ),
  };
}

/** All that was received of a month; undefined where nothing was. */
export function totalAt({ approved, open }: Trend, at: number): number | undefined {
  const [known, waiting] = [approved[at], open[at]];
  return typeof known === 'number' && typeof waiting === 'number' ? known + waiting : undefined;
}
