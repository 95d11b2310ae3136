import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthsBetween } from '../../../../functions/domain/calendar.ts';
import {
  confirmationIn,
  confirmedMonths,
  silentMonths,
  withMonth,
  type MonthPeriod,
} from '../../../../functions/domain/facility/confirmed.ts';

const months = monthsBetween('2023-10', '2024-12');
const runsOf = (counted: string[]) =>
  counted.reduce((runs, month) => withMonth(runs, month, true), withMonth([], '2024-01', false));
const live = (from: string, until?: string) => [
  { stage: 'live', date: `${from}-10` },
  ...(until ? [{ stage: 'suspended', date: `${until}-05` }] : []),
];

describe('a live facility', () => {
  const stages = live('2024-01');

  test('is confirmed in the month of a report and in the two after it, then it is stale', () => {
    const facility = { stages, latest: { counted: runsOf(['2024-03']) } };

    expect(
      ['2024-02', '2024-03', '2024-05', '2024-06'].map((month) => confirmationIn(facility, month)),
    ).toEqual(['neverReported', 'confirmed', 'confirmed', 'stale']);
  });

  test('that has never reported stays so, without an end', () => {
    expect(silentMonths({ stages })).toEqual([{ from: '2024-01' }]);
    expect(confirmationIn({ stages }, '2030-01')).toBe('neverReported');
  });

  test('is neither before it is live nor when it is suspended', () => {
    const facility = { stages: live('2024-02', '2024-05'), latest: { counted: runsOf(['2024-03']) } };

    expect(['2024-01', '2024-05'].map((month) => confirmationIn(facility, month))).toEqual([
      undefined,
      undefined,
    ]);
  });
});

const someMonths = fc.uniqueArray(fc.constantFrom(...months), { maxLength: 8 });

test('the months counted are kept in runs, in whatever order they come and go', () => {
  fc.assert(
    fc.property(someMonths, someMonths, (came, went) => {
      const runs = went.reduce((left, month) => withMonth(left, month, false), runsOf(came));
      const kept = runs.flatMap(({ from, to }) => monthsBetween(from, to));

      expect(kept).toEqual(came.filter((month) => !went.includes(month)).sort());
      expect(runs.every(({ to }, at) => addMonths(to, 1) !== runs[at + 1]?.from)).toBe(true);
    }),
  );
});

test('what is contributed ahead says of every month what looking back from it says', () => {
  const isIn = (periods: MonthPeriod[], month: string) =>
    periods.filter(({ from, until }) => from <= month && (!until || month < until)).length;
  fc.assert(
    fc.property(someMonths, someMonths, (counted, changes) => {
      const stages = changes
        .sort()
        .map((month, at) => ({ stage: at % 2 === 0 ? 'live' : 'suspended', date: `${month}-10` }));
      const facility = { stages, latest: { counted: runsOf(counted) } };
      for (const month of months) {
        const isLive = stages.findLast(({ date }) => date.slice(0, 7) <= month)?.stage === 'live';
        const isHeard = [0, -1, -2].some((back) => counted.includes(addMonths(month, back)));
        const isSilent = counted.every((one) => one > month);

        // At most once in each month: they are counted one by one.
        expect(isIn(confirmedMonths(facility), month)).toBe(isLive && isHeard ? 1 : 0);
        expect(isIn(silentMonths(facility), month)).toBe(isLive && isSilent ? 1 : 0);
      }
    }),
  );
});
