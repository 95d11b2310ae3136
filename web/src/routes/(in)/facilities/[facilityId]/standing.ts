import { daysFrom, type Day, type Month } from '#functions/domain/calendar.ts';
import { currentStage, type Facility } from '#functions/domain/facility/facility.ts';
import { teleconsultationsIn, type Indicator } from '#functions/domain/report/indicator.ts';
import type { MonthRow } from './months.ts';

/** The newest report that counts, and what it said of the days on which nothing could be done. */
export interface LastHeard {
  month: Month;
  on: Day;
  days: { indicator: Indicator; n: number }[];
}

/** What matters most about a facility today, besides its stage. */
export type Standing =
  /** It has stood on a stage before `live` for so many days. */
  | { kind: 'stands'; n: number }
  | { kind: 'awaited'; month: Month; by: Day }
  | { kind: 'overdue'; month: Month; n: number }
  | { kind: 'submitted' | 'returned'; month: Month }
  | { kind: 'approved'; month: Month; n: number }
  | { kind: 'nothing' };

/** How many months back one that is late still says more than a newer one that is in: those that the overview asks about. */
const recent = 3;

/** Judges by the newest month that is owed or reported; a facility that is not live, by how long it has stood still. */
export function standingOf(
  facility: Facility,
  rows: MonthRow[],
  indicators: Indicator[],
  today: Day,
): Standing {
  const { stage, date } = currentStage(facility);
  const days = daysFrom(date, today);
  if (stage !== 'live') return days > 0 ? { kind: 'stands', n: days } : { kind: 'nothing' };
  const newest = rows.find(({ timeliness }) => timeliness !== 'notExpected');
  const overdue = rows.slice(0, recent).find(({ timeliness }) => timeliness === 'overdue');
  // A month that is in, or still awaited, must not hide one that is late.
  const row = overdue ?? newest;
  if (!row) return { kind: 'nothing' };
  const { month, report, timeliness, dueOn, figures = {} } = row;
  if (report?.status === 'approved')
    return { kind: 'approved', month, n: teleconsultationsIn(figures, indicators) };
  if (report && report.status !== 'draft') return { kind: report.status, month };
  if (timeliness === 'overdue') return { kind: 'overdue', month, n: daysFrom(dueOn, today) };
  return { kind: 'awaited', month, by: dueOn };
}

/** What a facility that is late was last heard to say; undefined when nothing was. */
export function lastHeardOf(rows: MonthRow[], indicators: Indicator[]): LastHeard | undefined {
  const row = rows.find(({ figures, report }) => figures && report?.submittedOn);
  const { figures, month } = row ?? {};
  const on = row?.report?.submittedOn;
  if (!figures || !month || !on) return undefined;
  const days = indicators
    .filter(({ direction, unit }) => direction === 'circumstances' && unit === 'days')
    .flatMap((indicator) => {
      const n = figures[indicator.code];
      return n === undefined ? [] : [{ indicator, n }];
    });
  return { month, on, days };
}
