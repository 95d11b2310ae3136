import { expect, test } from 'vitest';
import { furthestUnits, furthestUsd } from '../../../functions/domain/equipment/chain/chain.ts';
import type { ProgressCube } from '../../../functions/domain/progress.ts';
import {
  breakdownIn,
  breakdownsOf,
  comparedParts,
  comparedRegions,
  partsBy,
} from '../../../web/src/routes/(in)/equipment/breakdown.ts';
import { testPack } from '../../support/builders.ts';

const regions = testPack.regions.slice(0, 2);
const [first = '', second = ''] = regions.map(({ code }) => code);

/** A cube of one month in which so many units, each worth a dollar, are in use in each region. */
function cube(...units: number[]): ProgressCube {
  const usdCents = units.map((one) => 100 * one);
  const figures = { [furthestUnits('firstUse', 'open')]: units, [furthestUsd('firstUse', 'open')]: usdCents };
  return { months: ['2024-10'], rows: regions.map(({ code }) => code), figures };
}

test('a scope is compared by what it is not narrowed to already', () => {
  expect(breakdownsOf({})).toEqual(['type', 'solution', 'donor', 'region']);
  expect(breakdownsOf({ region: first })).toEqual(['type', 'solution', 'donor']);
  expect(breakdownsOf({ of: 'type:tablet' })).toEqual(['region']);
  expect(breakdownsOf({ of: 'type:tablet', region: first })).toEqual([]);
});

test('the address says what is compared, and what it does not understand is the first choice', () => {
  const by = (query: string) => breakdownIn(new URLSearchParams(query), {});
  expect([by('by=donor'), by(''), by('by=country')]).toEqual(['donor', 'type', 'type']);
  expect(breakdownIn(new URLSearchParams('by=donor'), { of: 'type:tablet' })).toBe('region');
});

test('regions come from the sums that are there, those with the most first and those with nothing not at all', () => {
  const loaded = { scope: { of: 'type:tablet' as const }, month: undefined };
  const compared = comparedRegions({ ...loaded, cube: cube(1, 3) }, regions);
  expect(compared.map(({ scope, funnel }) => [scope, funnel.steps[0]?.units])).toEqual([
    [{ of: 'type:tablet', region: second }, 3],
    [{ of: 'type:tablet', region: first }, 1],
  ]);
  expect(comparedRegions({ ...loaded, cube: cube(2, 0) }, regions).map(({ scope }) => scope.region)).toEqual([
    first,
  ]);
});

test('each part has the sums of its own, in the chosen region alone', async () => {
  const names = (name: string) => ({ en: name, uk: name });
  const parts = partsBy('solution', testPack, {
    solutions: [
      { solutionId: 'small', names: names('Small') },
      { solutionId: 'large', names: names('Large') },
    ],
    donors: [],
  });
  const cubes: Record<string, ProgressCube> = {
    'solution:small': cube(1, 50),
    'solution:large': cube(2, 0),
  };
  const compared = await comparedParts(
    parts,
    { scope: { region: first }, month: undefined },
    async ({ of = '' }) => Promise.resolve(cubes[of] ?? cube(0, 0)),
  );
  expect(compared.map(({ name, funnel }) => [name, funnel.steps[0]?.units])).toEqual([
    ['Large', 2],
    ['Small', 1],
  ]);
});
