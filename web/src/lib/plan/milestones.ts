import type { Month } from '#functions/domain/calendar.ts';
import type { Milestone } from '#functions/domain/plan/milestone.ts';
import { day, monthName } from '#lib/i18n/format.ts';
import type { MilestoneMark } from '#lib/chart/milestones.ts';

/** The milestones that charts show and lists number, in the order of their dates. */
export function numbered(milestones: readonly Milestone[]): Milestone[] {
  return milestones.filter(({ isWithdrawn }) => !isWithdrawn);
}

/** Months that the number of an event takes on the narrowest phone. */
const numberWidth = 3;

/** Where milestones stand along a chart's months, under their numbers; those outside are left out. */
export function marksOf(milestones: readonly Milestone[], months: readonly Month[]): MilestoneMark[] {
  const marks: MilestoneMark[] = [];
  for (const [index, { on }] of numbered(milestones).entries()) {
    const [first, last] = on.length === 4 ? [`${on}-01`, `${on}-12`] : [on.slice(0, 7), on.slice(0, 7)];
    const within = months.flatMap((month, at) => (month >= first && month <= last ? [at] : []));
    const [from, to] = [within[0], within.at(-1)];
    if (from === undefined || to === undefined) continue;
    const mark = { text: String(index + 1), from, to };
    marks.push({ ...mark, row: firstFree(mark, marks) });
  }
  return marks;
}

/** The first row in which nothing stands where the mark would. */
function firstFree(mark: Pick<MilestoneMark, 'from' | 'to'>, marks: readonly MilestoneMark[]): number {
  const [from, to] = extentOf(mark);
  const taken = marks
    .filter((other) => extentOf(other)[1] > from && extentOf(other)[0] < to)
    .map(({ row }) => row);
  let row = 0;
  while (taken.includes(row)) row += 1;
  return row;
}

/** From where to where it reaches, with its number. */
function extentOf({ from, to }: Pick<MilestoneMark, 'from' | 'to'>): [number, number] {
  const beside = Math.max(0, numberWidth - (to - from)) / 2;
  return [from - beside, to + beside];
}

/** When it was, as exactly as it is known. */
export function whenText(on: string): string {
  if (on.length === 4) return on;
  return on.length === 7 ? monthName(on) : day(on);
}
