import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  dayAt,
  daysIn,
  dueOn,
  isLate,
  isOver,
  monthsBetween,
} from '../../../functions/domain/calendar.ts';

test('a report is due on the due day of the following month, the last day included', () => {
  expect(dueOn('2024-12', 10)).toBe('2025-01-10');
  expect(isLate('2024-12', 10, '2025-01-10')).toBe(false);
  expect(isLate('2024-12', 10, '2025-01-11')).toBe(true);
});

test('a month can be reported from the first day of the next', () => {
  expect(isOver('2024-11', '2024-11-30')).toBe(false);
  expect(isOver('2024-11', '2024-12-01')).toBe(true);
});

test('the day is the one in the country: after midnight in Kyiv it is still yesterday in UTC', () => {
  expect(dayAt('2024-12-10T21:59:59.000Z', 'Europe/Kyiv')).toBe('2024-12-10');
  expect(dayAt('2024-12-10T22:00:00.000Z', 'Europe/Kyiv')).toBe('2024-12-11');
  expect(dayAt('2024-07-10T21:00:00.000Z', 'Europe/Kyiv')).toBe('2024-07-11');
});

test('February knows leap years', () => {
  expect([daysIn('2024-02'), daysIn('2023-02'), daysIn('2100-02')]).toEqual([29, 28, 28]);
});

test('going months forth and back ends where it began', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), (count) => {
      expect(addMonths(addMonths('2024-05', count), -count)).toBe('2024-05');
    }),
  );
  expect(addMonths('0024-12', 1)).toBe('0025-01');
  expect(monthsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
});
