import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addingUpTo } from '../../../functions/sample/consultations.ts';
import { workdayFrom, workdayUpTo } from '../../../functions/sample/days.ts';
import { Random } from '../../../functions/sample/random.ts';

test('drawn numbers are made to add up, and where nothing was drawn nothing is added', () => {
  const drawn = fc.array(fc.nat(30), { minLength: 1 }).filter((list) => list.some((value) => value > 0));

  fc.assert(
    fc.property(drawn, fc.nat(10_000), (list, total) => {
      const adjusted = addingUpTo(total, list);
      expect(adjusted.reduce((sum, value) => sum + value, 0)).toBe(total);
      expect(adjusted.every((value, index) => value >= 0 && (list[index] !== 0 || value === 0))).toBe(true);
    }),
  );
});

test('what is drawn depends only on what it is about', () => {
  const draws = (...about: string[]) => {
    const random = new Random(...about);
    return [random.next(), random.between(1, 6), random.count(3), random.part(10, 0.5)];
  };

  expect(draws('UA-0001', '2024-11')).toEqual(draws('UA-0001', '2024-11'));
  expect(draws('UA-0001', '2024-11')).not.toEqual(draws('UA-0001', '2024-12'));
});

test('offices are closed on Saturday and Sunday', () => {
  expect(workdayFrom('2024-11-30')).toBe('2024-12-02');
  expect(workdayUpTo('2024-12-01')).toBe('2024-11-29');
  expect(workdayFrom('2024-12-03')).toBe('2024-12-03');
});
