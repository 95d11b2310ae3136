import type { Month } from '../calendar.ts';
import type { Row } from '../contribution.ts';
import type { ProgressSums } from '../progress.ts';

/** Of fewer approved reports the use of anything is not told. */
const enough = 0.9;

/** The newest of these months of which nearly all reports are approved, in the rows asked for; undefined when there is none. */
export function monthOfUse(sums: ProgressSums, months: Month[], rows?: Row[]): Month | undefined {
  return months.findLast((month) => {
    const expected = sums.value('reportsExpected', month, rows);
    return expected > 0 && sums.amount('reportsApproved', month, rows) >= enough * expected;
  });
}
