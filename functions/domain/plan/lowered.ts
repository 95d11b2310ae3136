import { plannedOn, totalOn } from './planned.ts';
import type { TargetLine } from './target.ts';

/** Whether anybody is to reach less on any day than before. */
export function isLowered(before: readonly TargetLine[], after: readonly TargetLine[]): boolean {
  const days = [...new Set([...before, ...after].flatMap(({ planned }) => planned.map(({ day }) => day)))];
  const rowOf = (row: string) => after.find((line) => line.row === row);
  const isSameGrain =
    before.some(({ row }) => row === 'nation') === after.some(({ row }) => row === 'nation');
  return days.some((day) => {
    if (totalOn(before, day) > totalOn(after, day)) return true;
    return (
      isSameGrain &&
      before.some((line) => {
        const now = rowOf(line.row);
        return (plannedOn(line, day) ?? 0) > ((now && plannedOn(now, day)) ?? 0);
      })
    );
  });
}
