import type { Month } from '#functions/domain/calendar.ts';
import type { Row } from '#functions/domain/contribution.ts';
import type { View } from './series.ts';

/** How many reports of a month there should be and how many there are. */
export interface Completeness {
  expected: number;
  received: number;
  /** Of those received. */
  onTime: number;
  /** Of those received. */
  approved: number;
  /** Expected and not received. */
  missing: number;
}

/** No report was asked for and none came. */
export const noReports: Completeness = { expected: 0, received: 0, onTime: 0, approved: 0, missing: 0 };

/** A release knows those that are approved: of the others it says nothing. */
const releasedAt = (expected: number, approved: number): Completeness => ({
  ...noReports,
  expected,
  received: approved,
  approved,
});

/** Completeness of each month in view. */
export function completenessOf(view: View): Completeness[] {
  return view.months.map((month) => completenessAt(view, month));
}

/** Completeness of a month, in the rows of the view or in others; none where the month is not in view. */
export function completenessAt(
  { sums, months, ...view }: View,
  month: Month,
  rows = view.rows,
): Completeness {
  if (!months.includes(month)) return noReports;
  const expectedIn = (asked?: Row[]) => sums.value('reportsExpected', month, asked);
  if (sums.isReleased) return releasedAt(expectedIn(rows), sums.amount('reportsApproved', month, rows));
  const receivedIn = (asked?: Row[]) => sums.amount('reportsReceived', month, asked);
  // Row by row: whatever a row has too much must not hide what another one lacks.
  const missing = (rows ?? sums.rows).map((row) => Math.max(0, expectedIn([row]) - receivedIn([row])));
  return {
    expected: expectedIn(rows),
    received: receivedIn(rows),
    onTime: sums.amount('reportsOnTime', month, rows),
    approved: sums.amount('reportsApproved', month, rows),
    missing: missing.reduce((sum, count) => sum + count, 0),
  };
}
