import { expect, test } from 'vitest';
import { completenessAt, completenessOf, noReports } from '../../../web/src/lib/progress/completeness.ts';
import { selection, row } from '../support/selecting.ts';

const rows = [
  row('2024-10', { reportsExpected: 3, reportsReceived: 2, reportsOnTime: 1, reportsApproved: 2 }),
  row('2024-11', { reportsExpected: 1, reportsReceived: 1, reportsOnTime: 1 }, 'UA-51'),
];

test('expected reports stay expected, received ones belong to their month', () => {
  expect(completenessOf(selection(rows))).toEqual([
    { expected: 3, received: 2, onTime: 1, approved: 2, missing: 1 },
    { expected: 4, received: 1, onTime: 1, approved: 0, missing: 3 },
  ]);
  expect(completenessAt(selection(rows), '2024-11', ['UA-51'])).toMatchObject({ expected: 1, missing: 0 });
});

test('a report too many in one region does not hide that one is missing in another', () => {
  const odd = [
    row('2024-11', { reportsExpected: 1, reportsReceived: 2 }),
    row('2024-11', { reportsExpected: 3, reportsReceived: 2 }, 'UA-51'),
  ];

  expect(completenessAt(selection(odd), '2024-11').missing).toBe(1);
});

test('no report is expected of a month that is not in view', () => {
  expect(completenessAt(selection(rows), '2031-01')).toEqual(noReports);
});
