import type { Month } from '#functions/domain/calendar.ts';
import type { Milestone } from '#functions/domain/plan/milestone.ts';
import { day, monthName } from '#lib/i18n/format.ts';
import type { MilestoneMark } from '#lib/chart/milestones.ts';

/** The milestones that charts show and lists number, in the order of their dates. */
export function numbered(milestones: readonly Milestone[]): Milestone[] {
  return milestones.filter(({ isWithdrawn }) => !isWithdrawn);
}

/** Where milestones stand along a chart's months, under their numbers; those outside are left out. */
export function marksOf(milestones: readonly Milestone[], months: readonly Month[]): MilestoneMark[] {
  return numbered(milestones).flatMap(({ on }, index) => {
    const [first, last] = on.length === 4 ? [`${on}-01`, `${on}-12`] : [on.slice(0, 7), on.slice(0, 7)];
    const within = months.flatMap((month, at) => (month >= first && month <= last ? [at] : []));
    const [from, to] = [within[0], within.at(-1)];
    return from === undefined || to === undefined ? [] : [{ text: String(index + 1), from, to }];
  });
}

/** When it was, as exactly as it is known. */
export function whenText(on: string): string {
  if (on.length === 4) return on;
  return on.length === 7 ? monthName(on) : day(on);
}
