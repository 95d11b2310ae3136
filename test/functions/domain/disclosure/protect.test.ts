import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audited } from '../../../../functions/domain/disclosure/audit.ts';
import {
  blocksOf,
  sumIn,
  type CountTable,
  type Total,
} from '../../../../functions/domain/disclosure/countTable.ts';
import { notZeroIn, protect, type Before } from '../../../../functions/domain/disclosure/protect.ts';

const nothingBefore = { known: [], withheld: [], isWithheld: () => false };

/** Two kinds of consultation, their sum, and what came of them; all totals are told. */
function tableOf(first: number[][], second: number[][]): CountTable {
  const all = first.map((row, at) => row.map((value, period) => value + (second[at]?.[period] ?? 0)));
  const values = { all, first, second };
  const figure = { isRunning: true, parts: [], within: [] };
  const periods = ['2024-03', '2024-06', '2024-09'];
  const totalOf = (rows: number[][]) =>
    periods.map((_, at): Total => {
      const sum = rows.flatMap((row) => row.slice(0, at + 1)).reduce((all, each) => all + each, 0);
      return { isTold: true, group: 0, value: sum, least: sum, most: sum };
    });
  const many = first.map(() => periods.map(() => 9));
  return {
    figures: [
      { ...figure, name: 'all', parts: ['first', 'second'] },
      { ...figure, name: 'first' },
      { ...figure, name: 'second' },
    ],
    rows: first.map((_, at) => `XX-${at}`),
    periods,
    values,
    facilities: { all: many, first: many, second: many },
    totals: { all: totalOf(all), first: totalOf(first), second: totalOf(second) },
  };
}

const counts = fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(200)), { minLength: 3, maxLength: 3 }), {
  minLength: 4,
  maxLength: 4,
});

test('what is told passes the audit, or says which totals would have to be left out', () => {
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const table = tableOf(first, second);

      const { told, exposed } = protect(table, nothingBefore);

      expect(audited(table, { blocks: blocksOf(table, told), notZero: notZeroIn(table, told) })).toEqual(
        exposed,
      );
    }),
    { numRuns: 60, seed: 11 },
  );
});

test('no sum that is told is of one to four', () => {
  fc.assert(
    fc.property(counts, counts, (first, second) => {
      const table = tableOf(first, second);
      const sums = blocksOf(table, protect(table, nothingBefore).told).map((block) => sumIn(table, block));

      expect(sums.filter((sum) => sum > 0 && sum < 5)).toEqual([]);
    }),
    { numRuns: 60, seed: 11 },
  );
});

test('a small cell that the total would tell is left out with another one', () => {
  const table = tableOf(
    [
      [3, 40, 40],
      [50, 40, 40],
      [60, 40, 40],
      [70, 40, 40],
    ],
    Array(4).fill([80, 80, 80]),
  );

  const { told, exposed } = protect(table, nothingBefore);

  expect(told['first']?.map((row) => row[0])).toEqual([false, false, true, true]);
  expect(exposed).toEqual([]);
});

test('a total over the periods is as much as before once it is told again', () => {
  const table = tableOf(
    [
      [3, 40, 40],
      [50, 40, 40],
      [60, 40, 40],
      [70, 40, 40],
    ],
    Array(4).fill([80, 80, 80]),
  );

  const blocks = blocksOf(table, protect(table, nothingBefore).told);

  const ofSmall = blocks.filter(({ figure, row }) => figure === 'first' && row === 0);
  expect(ofSmall.map((block) => sumIn(table, block))).toEqual([43, 40]);
});

/** One figure of some regions, one quarter, whose total is told. */
function quarterOf(counts: number[]): CountTable {
  const sum = counts.reduce((all, count) => all + count, 0);
  return {
    figures: [{ name: 'all', isRunning: true, parts: [], within: [] }],
    rows: counts.map((_, at) => `XX-${at}`),
    periods: ['2024-03'],
    values: { all: counts.map((count) => [count]) },
    facilities: { all: counts.map(() => [9]) },
    totals: { all: [{ isTold: true, group: 0, value: sum, least: sum, most: sum }] },
  };
}
const toldIn = (counts: number[], before: Partial<Before> = {}) => {
  const { told, withheld } = protect(quarterOf(counts), { ...nothingBefore, ...before });
  return { told: told['all']?.map(([is]) => is), withheld };
};

test('two small cells alone are not enough: each is known to be one at least', () => {
  expect(toldIn([2, 3, 40, 50]).told).toEqual([false, false, false, true]);
});

test('what was left out for another cell stays so after a correction, or both choices would tell it', () => {
  const first = toldIn([3, 7, 8, 90]);
  expect(first.told).toEqual([false, false, true, true]);

  expect(toldIn([3, 7, 6, 90], first).told).toEqual([false, false, true, true]);
});

test('a cell that an earlier release gave away takes nothing else with it', () => {
  const known = [{ figure: 'all', row: 0, from: 0, to: 0 }];

  expect(toldIn([3, 40, 50, 60], { known }).told).toEqual([false, true, true, true]);
});

test('what an earlier release left out of a sum that it told is known not to be zero: no total waits for it in vain', () => {
  const table = quarterOf([2, 4, 40, 50]);
  const known = [2, 3].map((row) => ({ figure: 'all', row, from: 0, to: 0 }));
  const before = { ...nothingBefore, known, toldBefore: table };

  expect(protect(table, before).exposed).toHaveLength(2);
  const withheld = [0, 1].map((row) => ({ figure: 'all', row, period: 0 }));
  expect(protect(table, { ...before, withheld }).exposed).toEqual([]);
});

test('a part whose other part was told before is protected by their sum, and by the sums of others', () => {
  const first = [[3], [40], [50], [60]].map((row) => [...row, 40, 40]);
  const table = tableOf(first, Array(4).fill([80, 80, 80]));
  const known = [0, 1, 2, 3].map((row) => ({ figure: 'second', row, from: 0, to: 0 }));

  const { told, exposed } = protect(table, { ...nothingBefore, known });

  expect(told['all']?.[0]?.[0]).toBe(false);
  expect(told['all']?.map((row) => row[0]).filter((is) => !is).length).toBeGreaterThan(1);
  expect(exposed).toEqual([]);
});

test('a total that an earlier release told is known, though it is told no more', () => {
  const table = quarterOf([3, 40, 50, 60]);
  const again = {
    ...table,
    totals: { all: (table.totals?.['all'] ?? []).map((total) => ({ ...total, isTold: false })) },
  };

  expect(protect(again, nothingBefore).told['all']?.map(([is]) => is)).toEqual([false, false, true, true]);
});

/** A year's quarters of one region, and of whom they are: of facilities that report, or of groups of those that came. */
function yearOf(
  counts: number[],
  whose: Pick<CountTable, 'facilities' | 'groups' | 'least'>,
): boolean[] | undefined {
  const table: CountTable = {
    figures: [{ name: 'all', isRunning: true, parts: [], within: [] }],
    rows: ['XX-0'],
    periods: ['2024-03', '2024-06', '2024-09'].slice(0, counts.length),
    values: { all: [counts] },
    ...whose,
  };
  return protect(table, nothingBefore).told['all']?.[0];
}

test('people of three facilities together are told, though no month was of more than one', () => {
  const groups = (...bits: number[]) => ({ facilities: {}, groups: { all: [bits] } });

  expect(yearOf([20, 20, 20], groups(0b001, 0b001, 0b001))).toEqual([false, false, false]);
  expect(yearOf([20, 20, 20], groups(0b001, 0b010, 0b100))).toEqual([false, false, true]);
  expect(yearOf([20, 20, 20], groups(0b111, 0b001, 0b001))).toEqual([true, false, false]);
});

test('who uses a thing is known to have done something: only what is beyond that protects anybody', () => {
  const used = (facilities: number) => ({
    facilities: { all: [[facilities]] },
    least: { all: [[facilities]] },
  });

  expect(yearOf([8], used(3))).toEqual([true]);
  expect(yearOf([7], used(3))).toEqual([false]);
  expect(yearOf([7], { facilities: { all: [[3]] } })).toEqual([true]);
});

test('what was told before a correction is known of what it left as it was', () => {
  const before = quarterOf([30, 40, 50, 60]);
  const known = blocksOf(before, protect(before, nothingBefore).told);
  expect(known).toHaveLength(4);
  // The first is three now; of the others everybody knows what they are, and with the old sum what they are together.
  const after = quarterOf([3, 40, 50, 60]);
  const still = known.filter(({ row }) => row > 0);

  expect(protect(after, { ...nothingBefore, known: still }).exposed).toEqual([
    { figure: 'all', row: 0, period: 0 },
  ]);
  const others = [1, 2, 3].map((row) => [{ figure: 'all', row, period: 0 }, 1] as const);
  const past = [{ terms: others, sum: 150, isEqual: true }];
  expect(protect(after, nothingBefore).exposed).toEqual([]);
  expect(protect(after, { ...nothingBefore, past }).exposed).toEqual([{ figure: 'all', row: 0, period: 0 }]);
});
