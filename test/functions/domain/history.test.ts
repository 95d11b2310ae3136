import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from '../../../functions/domain/history.ts';

test('of a list, a line tells what is in it no more and what is new in it', () => {
  const [one, two, three] = [1, 2, 3].map((n) => ({ facilityId: `UA-000${n}`, staff: n }));

  expect(changesBetween({ lines: [one, two] }, { lines: [two, three] })).toEqual([
    { field: 'lines', from: [one], to: [three] },
  ]);
  expect(changesBetween({}, { lines: [one] })).toEqual([{ field: 'lines', from: undefined, to: [one] }]);
  expect(changesBetween({ lines: [one] }, { lines: [] })).toEqual([{ field: 'lines', from: [one], to: [] }]);
  expect(changesBetween({ lines: [one, two] }, { lines: [two, one] })).toEqual([
    { field: 'lines', from: [one, two], to: [two, one] },
  ]);
});

test('a list to which something is added at each step is told once in all its history', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 50 }), (entries) => {
      const states = entries.map((_, index) => ({ lines: entries.slice(0, index + 1) }));
      const told = states.flatMap((state, index) =>
        changesBetween(states[index - 1] ?? { lines: [] }, state).flatMap(({ to }) => to),
      );

      expect(told).toEqual(entries);
    }),
  );
});
