import { m } from 'virtual:messages';
import type { Month } from '#functions/domain/calendar.ts';
import type { Row } from '#functions/domain/contribution.ts';
import { number } from '#lib/i18n/format.ts';
import type { View } from './series.ts';

/** A figure as of a month, or as of the newest one before it of which it is shown. */
export interface Shown {
  value: number;
  month: Month;
}

/** A figure as it may be told as of a month, in the rows looked at or in others; undefined where it is not shown yet. */
export function shownAt(
  { sums, rows }: Pick<View, 'sums' | 'rows'>,
  name: string,
  asOf: Month,
  asked: Row[] | undefined = rows,
): Shown | undefined {
  const month = sums.shownUpTo(name, asOf, asked);
  return month === undefined ? undefined : { month, value: sums.value(name, month, asked) };
}

/** The newest month until one of which anything of a figure is shown by region: people are told by quarter there. */
export function monthOfRegions({ sums }: Pick<View, 'sums'>, name: string, asOf: Month): Month {
  const months = [...sums.months.filter((month) => month < asOf), asOf];
  return months.findLast((month) => sums.regions.some((row) => sums.shows(name, month, [row]))) ?? asOf;
}

/** What each month added to a figure, where it is shown. */
export function amountsShown({ sums, months, rows }: View, name: string): (number | undefined)[] {
  return months.map((month) =>
    sums.showsAmount(name, month, rows) ? sums.amount(name, month, rows) : undefined,
  );
}

/** A figure as of each month of which it is shown. */
export function valuesShown({ sums, months, rows }: View, name: string): (number | undefined)[] {
  return months.map((month) => (sums.shows(name, month, rows) ? sums.value(name, month, rows) : undefined));
}

/** A number, or the words for one that is not shown: that is neither zero nor unknown. */
export function shownText(value: number | undefined, text: (value: number) => string = number): string {
  return value === undefined ? m.notShown() : text(value);
}
