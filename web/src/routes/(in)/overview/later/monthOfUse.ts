import type { Month } from '#functions/domain/calendar.ts';
import { completenessAt } from '#lib/progress/completeness.ts';
import type { Selection } from '../selection.ts';

/** Of fewer approved reports the use of anything is not told. */
const enough = 0.9;

/** The newest month, up to the one looked at, of which nearly all reports are approved; undefined when there is none. */
export function monthOfUse(selection: Selection): Month | undefined {
  return selection.months.slice(0, selection.at + 1).findLast((month) => {
    const { approved, expected } = completenessAt(selection, month);
    return expected > 0 && approved >= enough * expected;
  });
}
