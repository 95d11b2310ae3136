import { expect, test } from 'vitest';
import { ProgressSums } from '../../../functions/domain/progress.ts';
import { completenessAt } from '../../../web/src/lib/progress/completeness.ts';
import {
  amountsShown,
  monthOfRegions,
  shownAt,
  shownText,
  valuesShown,
} from '../../../web/src/lib/progress/shown.ts';
import { monthsShown } from '../../../web/src/lib/progress/series.ts';
import { testPack } from '../../support/builders.ts';

const months = ['2024-06', '2024-07', '2024-08', '2024-09', '2024-10'];
/** Of Lviv a quarter's sum is told, of Odesa none; of the country July waits for August. */
const released = new ProgressSums(
  {
    months,
    rows: ['UA-46', 'UA-51', 'UA'],
    figures: {
      teleconsultations: [0, 0, 10, 0, 0, 0, 0, 0, 14, 22, 0, -12, 0, 0, 8],
      reportsExpected: [2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      reportsApproved: [0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 1, 1, 0],
    },
    notShown: { teleconsultations: [0, 2, 3, 5, 10, 1, 12, 2] },
  },
  testPack,
);
const view = { sums: released, months };

test('the country is told by month, and a month that is not shown is no zero', () => {
  expect(amountsShown(view, 'teleconsultations')).toEqual([10, undefined, undefined, 10, 8]);
  expect(valuesShown(view, 'teleconsultations')).toEqual([10, undefined, 24, 34, 42]);
  expect(shownAt(view, 'teleconsultations', '2024-07')).toEqual({ value: 10, month: '2024-06' });
  expect(shownText(undefined)).toBe('not shown');
  expect(shownText(0)).toBe('0');
});

test('regions are told to the end of a quarter, one that is not shown there not at all', () => {
  expect(monthOfRegions(view, 'teleconsultations', '2024-10')).toBe('2024-09');
  expect(shownAt({ ...view, rows: ['UA-46'] }, 'teleconsultations', '2024-10')).toEqual({
    value: 22,
    month: '2024-09',
  });
  expect(shownAt({ ...view, rows: ['UA-51'] }, 'teleconsultations', '2024-10')).toBeUndefined();
});

test('in a release all is approved: nothing waits, and its months are its own', () => {
  expect(released.value('approved.teleconsultations', '2024-10')).toBe(42);
  expect(completenessAt(view, '2024-09')).toMatchObject({
    expected: 4,
    received: 3,
    approved: 3,
    missing: 0,
  });
  expect(monthsShown(released, '2025-03-01')).toEqual(months);
});

test('where nothing is left out all is shown as it is', () => {
  const live = new ProgressSums(
    { months, rows: ['UA-46'], figures: { teleconsultations: [1, 0, 0, 0, 2] } },
    testPack,
  );

  expect(amountsShown({ sums: live, months }, 'teleconsultations')).toEqual([1, 0, 0, 0, 2]);
  expect(monthOfRegions({ sums: live }, 'teleconsultations', '2024-10')).toBe('2024-10');
  expect(live.value('approved.teleconsultations', '2024-10')).toBe(0);
});
