import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attributedFigure, supportedFigure } from '../../../functions/domain/equipment/attributedFigures.ts';
import {
  chainSteps,
  fatesAt,
  furthestUnits,
  furthestUsd,
} from '../../../functions/domain/equipment/chain/chain.ts';
import { ProgressSums } from '../../../functions/domain/progress.ts';
import { impactOf } from '../../../web/src/routes/(in)/donors/[donorId]/impact.ts';
import { impactTables } from '../../../web/src/routes/(in)/donors/[donorId]/impactTables.ts';
import { testPack } from '../../support/builders.ts';

const months = ['2024-09', '2024-10', '2024-11'];

/** A donor's cube of one row, from amounts by figure and month. */
function impact(amounts: Record<string, number[]>, month: string | undefined = '2024-10') {
  const cube = { months, rows: ['UA'], figures: amounts };
  return impactOf(cube, new ProgressSums(cube, testPack), testPack, month);
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
  expect(
    impactOf(
      { months, rows: ['UA'], figures },
      new ProgressSums({ months, rows: ['UA'], figures }, testPack),
      testPack,
      undefined,
    ).groups[0]?.parts,
  ).toEqual([]);
});

test('what it brought is told up to the month, since its first', () => {
  const { brought, months: told } = impact({
    [attributedFigure('traumas')]: [0, 4, 9],
    [supportedFigure('traumas')]: [0, 7, 9],
  });

  expect(brought).toMatchObject([{ indicator: { code: 'traumas' }, attributed: 4, supported: 7 }]);
  expect(told).toEqual([{ month: '2024-10', attributed: 4, supported: 7 }]);
});

test('the file has the tables of the page, and is of nothing where nothing was given', () => {
  const lines = impactTables(
    impact({
      unitsPledged: inAll(2),
      aidPledgedUsd: inAll(12_345),
      [furthestUnits('planned', 'open')]: inAll(2),
      [furthestUsd('planned', 'open')]: inAll(12_345),
    }),
  );

  expect(lines).toContainEqual(['On the way to use', '2', '123.45']);
  expect(lines).toContainEqual(['All that was given', '2', '123.45']);
  expect(impactTables(impact({}))).toContainEqual(['All that was given', '0', '0.00']);
});
