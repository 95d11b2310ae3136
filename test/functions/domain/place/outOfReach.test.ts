import { expect, test } from 'vitest';
import { isOutOfReach, outOfReach } from '../../../../functions/domain/place/outOfReach.ts';
import { packFor } from '../../../../functions/packs/index.ts';

const ukraine = packFor('UA');
const codesIn = (month: string) => outOfReach(ukraine, month).map(({ code }) => code);

test('a region is out of reach from the month of the day that the pack states', () => {
  expect(codesIn('2022-06')).toEqual(['UA-40', 'UA-43']);
  expect(codesIn('2022-07')).toEqual(['UA-09', 'UA-40', 'UA-43']);
  expect(isOutOfReach('UA-09', ukraine, '2024-11')).toBe(true);
});

test('a region of which the pack states nothing can be reached, and so can what is none', () => {
  for (const row of ['UA-14', 'UA', 'ZZ-99']) expect(isOutOfReach(row, ukraine, '2024-11')).toBe(false);
  expect(outOfReach(packFor('BY'), '2024-11')).toEqual([]);
});
