import { addMonths, monthOf, monthsBetween, type Day, type Month } from '#functions/domain/calendar.ts';
import type { Row } from '#functions/domain/contribution.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import type { Params } from '#lib/ui/address.ts';

/** Progress as someone looks at it: month by month, through a filter of rows. */
export interface View {
  sums: ProgressSums;
  /** In order, without gaps, from the first month on record. */
  months: Month[];
  /** Undefined for all rows. */
  rows?: Row[];
}

/** What each month added to a figure. */
export function amountsOf({ sums, months, rows }: View, name: string): number[] {
  return months.map((month) => sums.amount(name, month, rows));
}

/** A figure as of each month: its total or level so far, or that month's own value, by the figure's kind. */
export function valuesOf({ sums, months, rows }: View, name: string): number[] {
  return months.map((month) => sums.value(name, month, rows));
}

/** A level or total as it is now, whatever month is looked at. */
export function valueNow({ sums, rows }: Pick<View, 'sums' | 'rows'>, name: string): number {
  const last = sums.months.at(-1);
  return last ? sums.value(name, last, rows) : 0;
}

/** The last month that is over on a day. */
export function lastOver(today: Day): Month {
  return addMonths(monthOf(today), -1);
}

/** The month an address asks for; what is no month is the last one that is over. */
export function monthAsked(params: Params, today: Day): Month {
  const asked = params.get('month') ?? '';
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : lastOver(today);
}

/** The months that can be looked at: from the first on record to the last that is over, and the running one if it has anything; of a release to its own. */
export function monthsShown(
  { months, isReleased }: Pick<ProgressSums, 'months' | 'isReleased'>,
  today: Day,
): Month[] {
  const [first, last] = [months.at(0), months.at(-1)];
  if (isReleased || !first || !last) return months;
  const running = monthOf(today);
  return monthsBetween(first, last >= running ? running : lastOver(today));
}
