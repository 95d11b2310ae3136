import { expect, test } from 'vitest';
import { lackingAt, monthsForHalf, trendOf } from '../../../web/src/routes/(in)/overview/figureTrend.ts';
import { selection, row } from '../support/selecting.ts';

test('what is counted is either approved or not yet', () => {
  const trend = trendOf(
    selection([
      row('2024-10', { teleconsultations: 8, 'approved.teleconsultations': 8 }),
      row('2024-11', { teleconsultations: 9, 'approved.teleconsultations': 4 }),
    ]),
  );

  expect(trend).toEqual({ amounts: [8, 9], approved: [8, 4], waiting: [0, 5], totals: [8, 17] });
});

test('a correction to less, not approved yet, leaves nothing waiting', () => {
  const trend = trendOf(
    selection([row('2024-11', { teleconsultations: 3, 'approved.teleconsultations': 5 })]),
  );

  expect(trend).toMatchObject({ amounts: [3], approved: [3], waiting: [0] });
});

test('a stock has no total', () => {
  expect(trendOf(selection([row('2024-11', { staff: 5 })], 'figure=staff')).totals).toBeUndefined();
});

test('while reports are missing, the chosen month is open up to the month before', () => {
  const october = row('2024-10', {
    facilitiesLive: 3,
    reportsExpected: 3,
    reportsReceived: 3,
    teleconsultations: 9,
  });
  const lackingWith = (received: number, teleconsultations: number) => {
    const november = row('2024-11', { reportsReceived: received, teleconsultations });
    const seen = selection([october, november]);
    return lackingAt(seen, trendOf(seen).amounts);
  };

  expect([lackingWith(1, 4), lackingWith(2, 11), lackingWith(3, 4)]).toEqual([5, 0, 0]);
});

test('half of all was done in the last months', () => {
  expect(monthsForHalf([10, 20, 30, 40], 3)).toBe(2);
  expect(monthsForHalf([1, 2, 52], 2)).toBe(1);
  expect(monthsForHalf([1, 2, 52], 1)).toBe(1);
  expect(monthsForHalf([5, 5, 5], 2)).toBe(3);
  expect(monthsForHalf([0, 0], 1)).toBeUndefined();
});
