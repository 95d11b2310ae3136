import type { Month } from '#functions/domain/calendar.ts';
import { completenessAt } from './completeness.ts';
import type { View } from './series.ts';

/** Of fewer approved reports the use of anything is not told. */
const enough = 0.9;

/** The newest of a view's months, up to the one at a place, of which nearly all reports are approved; undefined when there is none. */
export function monthOfUse(view: View, at = view.months.length - 1): Month | undefined {
  return view.months.slice(0, at + 1).findLast((month) => {
    const { approved, expected } = completenessAt(view, month);
    return expected > 0 && approved >= enough * expected;
  });
}
