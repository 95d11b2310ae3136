import { m } from 'virtual:messages';
import { valueOf } from '#functions/domain/explain/explained.ts';
import type { Row } from '#functions/domain/contribution.ts';
import { confirmationFigures } from '#functions/domain/facility/facilityConcern.ts';
import { stageFigure } from '#functions/domain/facility/facilityFigures.ts';
import type { ProgressCube } from '#functions/domain/progress.ts';
import type { Opening } from './opening.ts';

/** How many of the live facilities of rows a report of lately confirms; nothing where progress is not the country's. */
export function confirmedOf(
  { scope, month }: Opening,
  cube: ProgressCube,
  rows: readonly Row[],
): string | undefined {
  if (scope !== 'country') return undefined;
  const at = { rows, month, isOfMonth: false };
  const live = valueOf(cube, [stageFigure('live')], at);
  return live > 0
    ? m.partOf({ part: valueOf(cube, [confirmationFigures.confirmed], at), whole: live })
    : undefined;
}
