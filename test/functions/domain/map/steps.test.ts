import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesOf, shareSteps, stepAt, stepsOf } from '../../../../functions/domain/map/steps.ts';

test('every value that is anything has a step, the largest the darkest, and no value a lighter one than a smaller value', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 40 }), (values) => {
      const starts = stepsOf(values);
      const sorted = values.toSorted((a, b) => a - b);
      const steps = sorted.map((value) => stepAt(starts, value) ?? 0);

      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      expect(steps.map((step) => step > 0)).toEqual(sorted.map((value) => value > 0));
      if ((sorted.at(-1) ?? 0) > 0) expect(steps.at(-1)).toBe(5);
    }),
  );
});

test('nothing and the unknown have no step', () => {
  expect(stepAt([1, 5], 0)).toBeUndefined();
  expect(stepAt([1, 5], undefined)).toBeUndefined();
  expect(stepsOf([0, 0])).toEqual([]);
});

test('the legend says where each step ends', () => {
  expect(rangesOf([1, 8, 20])).toEqual([
    { step: 3, from: 1, to: 7 },
    { step: 4, from: 8, to: 19 },
    { step: 5, from: 20 },
  ]);
  expect(stepAt(shareSteps, 100)).toBe(5);
  expect(stepAt(shareSteps, 99)).toBe(4);
});

test('of tenths, a step ends a tenth before the next one', () => {
  expect(rangesOf([0.4, 2.5], 0.1)).toEqual([
    { step: 4, from: 0.4, to: 2.4 },
    { step: 5, from: 2.5 },
  ]);
});
