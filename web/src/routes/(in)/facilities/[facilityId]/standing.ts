import { daysFrom, type Day, type Month } from '#functions/domain/calendar.ts';
import { currentStage, type Facility } from '#functions/domain/facility.ts';
import { teleconsultationsIn, type Indicator } from '#functions/domain/indicator.ts';
import type { MonthRow } from './months.ts';

/** What matters most about a facility today, besides its stage. */
export type Standing =
  /** It has stood on a stage before `live` for so many days. */
  | { kind: 'stands'; n: number }
  | { kind: 'awaited'; month: Month; by: Day }
  | { kind: 'overdue'; month: Month; n: number }
  | { kind: 'submitted' | 'returned'; month: Month }
  | { kind: 'approved'; month: Month; n: number }
  | { kind: 'nothing' };

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
  const overdue = rows.find(({ timeliness }) => timeliness === 'overdue');
  // A month still awaited must not hide one that is late.
  const row = newest?.timeliness === 'awaited' ? (overdue ?? newest) : newest;
  if (!row) return { kind: 'nothing' };
  const { month, report, timeliness, dueOn, figures = {} } = row;
  if (report?.status === 'approved')
    return { kind: 'approved', month, n: teleconsultationsIn(figures, indicators) };
  if (report && report.status !== 'draft') return { kind: report.status, month };
  if (timeliness === 'overdue') return { kind: 'overdue', month, n: daysFrom(dueOn, today) };
  return { kind: 'awaited', month, by: dueOn };
}
