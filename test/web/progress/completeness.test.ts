import { expect, test } from 'vitest';
import { completenessOf } from '../../../web/src/lib/progress/completeness.ts';
import { look, row } from '../looking.ts';

test('expected reports stay expected, received ones belong to their month', () => {
  const months = completenessOf(
    look([
      row('2024-10', { reportsExpected: 3, reportsReceived: 2, reportsOnTime: 1, reportsApproved: 2 }),
      row('2024-11', { reportsExpected: 1, reportsReceived: 1, reportsOnTime: 1 }, 'UA-51'),
    ]),
  );

  expect(months).toEqual([
    { expected: 3, received: 2, onTime: 1, approved: 2, missing: 1 },
    { expected: 4, received: 1, onTime: 1, approved: 0, missing: 3 },
  ]);
});

test('a report more than expected leaves none missing', () => {
  const [month] = completenessOf(look([row('2024-11', { reportsExpected: 1, reportsReceived: 2 })]));

  expect(month?.missing).toBe(0);
});
