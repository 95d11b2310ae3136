import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributedFigure, supportedFigure } from '../../../functions/domain/equipment/attributedFigures.ts';
import {
  chainSteps,
  fatesAt,
  furthestUnits,
  furthestUsd,
  repairedWithin,
  type ChainStep,
} from '../../../functions/domain/equipment/chain/chain.ts';
import { together } from '../../../functions/domain/equipment/chain/whereItIs.ts';
import { linesOf } from '../../../web/src/lib/import/sheet.ts';
import { allBrought, impactOf } from '../../../web/src/routes/(in)/donors/[donorId]/impact.ts';
import { impactTables } from '../../../web/src/routes/(in)/donors/[donorId]/impactTables.ts';
import { testPack } from '../../support/builders.ts';

const months = ['2024-09', '2024-10', '2024-11'];

/** A donor's cube of one row, from amounts by figure and month. */
function impact(amounts: Record<string, number[]>, month: string | undefined = '2024-10', rows = ['UA']) {
  const use = month ? { month, reportsExpected: 10, reportsApproved: 9 } : undefined;
  return impactOf({ cube: { months, rows, figures: amounts }, use }, testPack, '2024-11-20');
}
const inAll = (value: number) => [value, 0, 0];

test('three groups add up to what was given, whatever became of it', () => {
  const counts = fc.record(
    Object.fromEntries(
      chainSteps.flatMap((step) =>
        fatesAt(step).map((fate) => [`${step} ${fate}`, fc.integer({ min: 0, max: 9 })] as const),
      ),
    ),
  );
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 5 }), (units, unplanned) => {
      const figures: Record<string, number[]> = {};
      let all = unplanned;
      for (const step of chainSteps)
        for (const fate of fatesAt(step)) {
          const count = units[`${step} ${fate}`] ?? 0;
          all += count;
          figures[furthestUnits(step, fate)] = inAll(count);
          figures[furthestUsd(step, fate)] = inAll(count * 700);
        }
      const { given, groups } = impact({
        ...figures,
        unitsPledged: inAll(all),
        aidPledgedUsd: inAll(all * 700),
      });

      expect(given).toMatchObject({ units: all, usdCents: all * 700 });
      const sum = (of: (one: { units: number; usdCents: number }) => number, some: typeof groups) =>
        some.reduce((whole, one) => whole + of(one), 0);
      expect([sum((one) => one.units, groups), sum((one) => one.usdCents, groups)]).toEqual([all, all * 700]);
      for (const { group, parts, units: own } of groups)
        if (group !== 'inUse') expect(parts.reduce((whole, one) => whole + one.units, 0)).toBe(own);
    }),
  );
});

test('of the units in use it is told which were used in the month, which were not, and of which nobody knows', () => {
  const figures = {
    unitsPledged: inAll(10),
    aidPledgedUsd: inAll(1000),
    [furthestUnits('firstUse', 'open')]: inAll(10),
    [furthestUsd('firstUse', 'open')]: inAll(1000),
    unitsUsed: [0, 6, 1],
    aidUsedUsd: [0, 600, 100],
    unitsNotUsed: [0, 1, 0],
    aidNotUsedUsd: [0, 100, 0],
  };
  const useIn = (month?: string) =>
    impact(figures, month).groups[0]?.parts.map(({ what, units }) => [what, units]);

  expect(useIn('2024-10')).toEqual([
    ['used', 6],
    ['notUsed', 1],
    ['useNotKnown', 3],
  ]);
  expect(impact(figures, '').groups[0]?.parts).toEqual([]);
});

test('what it brought is told up to the month, since its first', () => {
  const { brought, months: told } = impact({
    [attributedFigure('traumas')]: [0, 4, 9],
    [supportedFigure('traumas')]: [0, 7, 9],
  });

  expect(brought).toMatchObject([{ indicator: { code: 'traumas' }, attributed: 4, supported: 7 }]);
  expect(told).toEqual([{ month: '2024-10', attributed: 4, supported: 7, isPart: false }]);
});

test('what a release does not show is neither nothing nor a number, on the page and in files', () => {
  const of = attributedFigure('traumas');
  const figures = { [of]: [0, 0, 0], [supportedFigure('traumas')]: [0, 7, 0] };
  const use = { month: '2024-10', reportsExpected: 10, reportsApproved: 9 };
  const cube = { months, rows: ['UA'], figures, notShown: { [of]: [0, 3] } };

  const told = impactOf({ cube, use }, testPack, '2024-11-20');

  expect(told.brought).toMatchObject([{ attributed: undefined, supported: 7 }]);
  expect(allBrought(told)).toEqual({ uses: 0, isPart: true });
  expect(told.months).toMatchObject([
    { month: '2024-09', isPart: true },
    { month: '2024-10', attributed: 0, supported: 7, isPart: true },
  ]);
  const words = impactTables(told).flatMap(({ lines }) => lines.flat());
  expect(words).toContain('not shown');
  expect(words.filter((word) => word === 'some of it is not shown')).toHaveLength(2);
});

test('what went wrong comes with what may still be helped first, and with what was mended', () => {
  const { troubles, repaired } = impact({
    unitsNotUsed: [0, 2, 0],
    aidNotUsedUsd: [0, 200, 0],
    unitsFaulty: [0, 3, -1],
    unitsMissing: [1, 0, 0],
    [furthestUnits('received', 'lost')]: inAll(1),
    [furthestUsd('received', 'lost')]: inAll(700),
    repairs: [2, 1, 0],
    [repairedWithin(1)]: [2, 0, 0],
    [repairedWithin(3)]: [0, 1, 0],
  });

  expect(troubles).toEqual([
    { what: 'notUsed', units: 2, usdCents: 200 },
    { what: 'faulty', units: 2 },
    { what: 'missing', units: 1 },
    { what: 'lost', units: 1, usdCents: 700 },
  ]);
  expect(repaired).toEqual({ units: 3, half: { days: 5 } });
});

test('where a month’s reports say who can use it, units are told by that, and units that nobody can use come first', () => {
  const { groups, troubles, ableToUse } = impact({
    unitsPledged: inAll(10),
    aidPledgedUsd: inAll(1000),
    [furthestUnits('firstUse', 'open')]: inAll(10),
    [furthestUsd('firstUse', 'open')]: inAll(1000),
    unitsStaffed: [0, 5, 9],
    aidStaffedUsd: [0, 500, 900],
    unitsUnstaffed: [0, 3, 0],
    aidUnstaffedUsd: [0, 300, 0],
    unitsUsed: [0, 3, 9],
    aidUsedUsd: [0, 300, 900],
    unitsStaffedNotUsed: [0, 1, 0],
    aidStaffedNotUsedUsd: [0, 100, 0],
    // What is not used where nobody can use it is told as that alone.
    unitsNotUsed: [0, 4, 0],
    aidNotUsedUsd: [0, 400, 0],
    staffAbleToUse: [0, 7, 12],
  });

  expect(groups[0]?.parts.map(({ what, units, usdCents }) => [what, units, usdCents])).toEqual([
    ['used', 3, 300],
    ['unstaffed', 3, 300],
    ['staffNotKnown', 2, 200],
    ['notUsed', 1, 100],
    ['useNotKnown', 1, 100],
  ]);
  expect(groups[0]?.units).toBe(10);
  expect(troubles).toEqual([
    { what: 'unstaffed', units: 3, usdCents: 300 },
    { what: 'notUsed', units: 1, usdCents: 100 },
  ]);
  expect(ableToUse).toBe(7);
});

test('where nobody is trained yet, nobody is said to be able to use it', () => {
  expect(impact({ staffAbleToUse: [0, 0, 12] }).ableToUse).toBe(0);
  expect(impact({ staffAbleToUse: [4, 4, 12] }, '').ableToUse).toBe(0);
});

describe('where it is', () => {
  const open = (step: ChainStep, inRows: number[]) => ({
    [furthestUnits(step, 'open')]: [...inRows, ...inRows.map(() => 0), ...inRows.map(() => 0)],
    [furthestUsd(step, 'open')]: [
      ...inRows.map((units) => units * 100),
      ...inRows.map(() => 0),
      ...inRows.map(() => 0),
    ],
  });
  const rows = ['UA-46', 'UA-51', 'UA-05', 'UA'];
  const figures = { ...open('firstUse', [1, 5, 0, 2]), ...open('shipped', [0, 3, 0, 0]) };

  test('is told by region, most in use first, and what is not told in a row of its own', () => {
    const { where } = impact(figures, '2024-10', rows);

    expect(where.map(({ row, inUse, onTheWay }) => [row, inUse.units, onTheWay.units])).toEqual([
      ['UA-51', 5, 3],
      ['UA', 2, 0],
      ['UA-46', 1, 0],
    ]);
    expect(together(where)).toEqual({
      inUse: { units: 8, usdCents: 800 },
      onTheWay: { units: 3, usdCents: 300 },
    });
  });

  test('stands in the tables too', () => {
    const lines = linesOf(impactTables(impact(figures, '2024-10', rows)));

    expect(lines).toContainEqual(['In places that are not told', '2', '2.00', '0', '0.00']);
  });
});

test('the file has the tables of the page, and is of nothing where nothing was given', () => {
  const lines = linesOf(
    impactTables(
      impact({
        unitsPledged: inAll(2),
        aidPledgedUsd: inAll(12_345),
        [furthestUnits('planned', 'open')]: inAll(2),
        [furthestUsd('planned', 'open')]: inAll(12_345),
      }),
    ),
  );

  expect(lines).toContainEqual(['On the way to use', '2', '123.45']);
  expect(lines).toContainEqual(['All that was given', '2', '123.45']);
  expect(linesOf(impactTables(impact({})))).toContainEqual(['All that was given', '0', '0.00']);
});
