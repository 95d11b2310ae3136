import * as z from 'zod/mini';

/** A calendar day, `YYYY-MM-DD`, in the country's time zone. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A calendar month, `YYYY-MM`, from 2000 on. */
export const Month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
export type Month = z.infer<typeof Month>;

/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The last month of the newest quarter of the calendar that is over with a month. */
export function lastQuarter(month: Month): Month {
  return addMonths(month, -(Number(month.slice(5, 7)) % 3));
}

/** Every month from the first to the last, both included; empty when the last is earlier. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** 28 to 31. */
export function daysIn(month: Month): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

/** The last day of a month. */
export const lastDayOf = (month: Month): Day => `${month}-${daysIn(month)}`;

/** Whole days from one day to another; negative when the second is earlier. */
export function daysFrom(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The day it is at an instant in a time zone (IANA name). */
export function dayAt(instant: Instant, timeZone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(Date.parse(instant));
}

/** The day by which a month's report is due: the pack's due day of the following month. */
export function dueOn(month: Month, dueDay: number): Day {
  return `${addMonths(month, 1)}-${String(dueDay).padStart(2, '0')}`;
}

/** A month can be reported once it is over. */
export function isOver(month: Month, today: Day): boolean {
  return month < monthOf(today);
}

/** Not received by the end of the due day. */
export function isLate(month: Month, dueDay: number, today: Day): boolean {
  return today > dueOn(month, dueDay);
}
