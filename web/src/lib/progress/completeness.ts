import { amountsOf, valuesOf, type View } from './series.ts';

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

/** Completeness of each month in view. */
export function completenessOf(view: View): Completeness[] {
  const expected = valuesOf(view, 'reportsExpected');
  const received = amountsOf(view, 'reportsReceived');
  const onTime = amountsOf(view, 'reportsOnTime');
  const approved = amountsOf(view, 'reportsApproved');
  return view.months.map((_, at) => {
    const [due = 0, got = 0] = [expected[at], received[at]];
    return {
      expected: due,
      received: got,
      onTime: onTime[at] ?? 0,
      approved: approved[at] ?? 0,
      missing: Math.max(0, due - got),
    };
  });
}

/** No report was asked for and none came. */
export const noReports: Completeness = { expected: 0, received: 0, onTime: 0, approved: 0, missing: 0 };
