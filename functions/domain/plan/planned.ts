import { daysFrom, daysIn, type Day, type Month } from '../calendar.ts';
import type { Target, TargetLine } from './target.ts';

type Planned = Pick<TargetLine, 'planned'>;

/** What is to be reached by a day: linear between the days of the plan, the same after its last; nothing before its first. */
export function plannedOn({ planned }: Planned, day: Day): number | undefined {
  const at = planned.findLastIndex((one) => one.day <= day);
  const [from, to] = [planned[at], planned[at + 1]];
  if (!from || !to) return from?.value;
  const share = daysFrom(from.day, day) / daysFrom(from.day, to.day);
  return from.value + share * (to.value - from.value);
}

/** What all lines come to by a day. */
export function totalOn(lines: readonly Planned[], day: Day): number {
  return lines.reduce((sum, line) => sum + (plannedOn(line, day) ?? 0), 0);
}

/** The lines that a row is planned by: a region has its own, the nation all of them; undefined where it has none. */
export function linesOf({ lines }: Pick<Target, 'lines'>, region?: string): TargetLine[] | undefined {
  const own = region ? lines.filter(({ row }) => row === region) : lines;
  return own.length > 0 ? own : undefined;
}

/** What is to be reached by the end of a month, in whole numbers; undefined before the plan begins. */
export function plannedBy(lines: readonly Planned[], month: Month): number | undefined {
  const day = `${month}-${String(daysIn(month)).padStart(2, '0')}`;
  return lines.some((line) => plannedOn(line, day) !== undefined)
    ? Math.round(totalOn(lines, day))
    : undefined;
}

/** Where the lines end: what they come to, and the first day on which they do. */
export function goalOf(lines: readonly Planned[]): { value: number; day: Day } | undefined {
  const days = lines.flatMap(({ planned }) => planned.map(({ day }) => day)).sort();
  const last = days.at(-1);
  if (!last) return undefined;
  const value = totalOn(lines, last);
  return { value, day: days.find((day) => totalOn(lines, day) >= value) ?? last };
}
