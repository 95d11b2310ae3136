import { describe, expect, test } from 'vitest';
import {
  amountsOf,
  lastOver,
  monthAsked,
  monthsShown,
  valueNow,
  valuesOf,
} from '../../../web/src/lib/progress/series.ts';
import { row, sumsOf } from '../support/selecting.ts';

describe('a figure over months', () => {
  const rows = [
    row('2024-09', { teleconsultations: 4, staff: 5, reportsAwaitingReview: 1 }),
    row('2024-10', { teleconsultations: 2, staff: 1 }, 'UA-51'),
    row('2024-11', { teleconsultations: 1, reportsAwaitingReview: 2 }),
    row('2024-11', { teleconsultations: 100 }, 'UA'),
  ];
  const sums = sumsOf(rows);
  const view = { sums, months: monthsShown(sums, '2024-12-03') };

  test('is what each month added, and what has come together, by its kind', () => {
    expect(amountsOf(view, 'teleconsultations')).toEqual([4, 2, 101]);
    expect(valuesOf(view, 'teleconsultations')).toEqual([4, 6, 107]);
    expect(valuesOf(view, 'staff')).toEqual([5, 1, 0]);
  });

  test('has the nation’s own row in it, unless a region is asked for', () => {
    expect(valuesOf({ ...view, rows: ['UA-46'] }, 'teleconsultations')).toEqual([4, 4, 5]);
    expect(valuesOf({ ...view, rows: ['UA'] }, 'teleconsultations')).toEqual([0, 0, 100]);
  });

  test('is as of now whatever month is shown, and nothing before the first record', () => {
    expect(valueNow({ sums }, 'reportsAwaitingReview')).toBe(3);
    expect(valueNow({ sums, rows: ['UA-51'] }, 'reportsAwaitingReview')).toBe(0);
    expect(valueNow({ sums: sumsOf([]) }, 'reportsAwaitingReview')).toBe(0);
  });
});

describe('the months that can be looked at', () => {
  const shown = (months: string[], today: string) =>
    monthsShown(sumsOf(months.map((month) => row(month, { facilitiesLive: 1 }))), today);

  test('go on to the last one that is over, also when nothing happened since', () => {
    expect(shown(['2024-08', '2024-09'], '2024-12-03')).toEqual(['2024-08', '2024-09', '2024-10', '2024-11']);
  });

  test('include the running month once something happened in it, and never the one after it', () => {
    expect(shown(['2024-11', '2024-12'], '2024-12-03')).toEqual(['2024-11', '2024-12']);
    expect(shown(['2024-12', '2025-01'], '2024-12-03')).toEqual(['2024-12']);
  });

  test('are none before anything is on record', () => {
    expect(shown([], '2024-12-03')).toEqual([]);
  });
});

test('an address without a month, or with nonsense, asks for the last month that is over', () => {
  const asked = (query: string) => monthAsked(new URLSearchParams(query), '2024-12-03');

  expect(lastOver('2024-01-31')).toBe('2023-12');
  expect(asked('')).toBe('2024-11');
  expect(asked('month=2024-13')).toBe('2024-11');
  expect(asked('month=2024-07')).toBe('2024-07');
});
