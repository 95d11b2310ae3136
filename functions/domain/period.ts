import * as z from 'zod/mini';
import { Day } from './calendar.ts';

/** From a day on until another, on which it is over; open without one. */
export const Period = z.strictObject({ from: Day, until: z.optional(Day) });
export type Period = z.infer<typeof Period>;

/** Whether a day lies in a period. */
export function isWithin({ from, until }: Period, day: Day): boolean {
  return from <= day && (!until || day < until);
}

/** The days that are within another period as well. */
export function within(periods: readonly Period[], { from: first, until: last }: Period): Period[] {
  return periods.flatMap(({ from, until }) => {
    const both = { from: from > first ? from : first, until: earlier(until, last) };
    if (both.until && both.until <= both.from) return [];
    return [{ from: both.from, ...(both.until && { until: both.until }) }];
  });
}

const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined => (!a || (b && b < a) ? b : a);

/** Periods as one: without overlap, in order, and those that touch joined. */
export function joined(periods: readonly Period[]): Period[] {
  const all: Period[] = [];
  for (const { from, until } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1);
    if (until && until <= from) continue;
    if (!last || (last.until && last.until < from)) all.push({ from, ...(until && { until }) });
    else if (!until) delete last.until;
    else if (last.until && last.until < until) last.until = until;
  }
  return all;
}
