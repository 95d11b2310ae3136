import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayClassOf, dayClasses, daysWithin } from '../../../../functions/domain/equipment/dayClasses.ts';

test.each([
  [0, 1],
  [7, 1],
  [8, 2],
  [30, 3],
  [31, 4],
  [365, 7],
  [366, 8],
  [9000, 8],
])('%i days are in class %i', (days, dayClass) => {
  expect(dayClassOf(days)).toBe(dayClass);
});

test('a median lies within its class as if the days of a class were spread evenly', () => {
  const units = (counts: Record<number, number>) => (one: number) => counts[one] ?? 0;

  expect(daysWithin(0.5, units({ 4: 10 }))).toEqual({ days: 45 });
  expect(daysWithin(0.5, units({ 1: 5, 3: 5 }))).toEqual({ days: 7 });
  expect(daysWithin(0.75, units({ 1: 5, 3: 5 }))).toEqual({ days: 22 });
  expect(daysWithin(0.5, units({ 1: 1, 8: 9 }))).toEqual({ days: 365, isOver: true });
  expect(daysWithin(0.5, units({}))).toBeUndefined();
});

test('it is never in another class than the true one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1 }), (durations) => {
      const sorted = durations.toSorted((a, b) => a - b);
      const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
      const units = (one: (typeof dayClasses)[number]) =>
        durations.filter((days) => dayClassOf(days) === one).length;

      const { days = 0, isOver = false } = daysWithin(0.5, units) ?? {};
      expect(isOver).toBe(median > 365);
      if (!isOver) expect(dayClassOf(days)).toBe(dayClassOf(median));
    }),
  );
});
