import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cubeOf, figureAt, monthAmount } from '../../../functions/domain/progress.ts';
import {
  amountsOf,
  lastOver,
  monthAsked,
  monthsShown,
  valuesOf,
} from '../../../web/src/lib/progress/series.ts';
import { testPack } from '../../support/builders.ts';
import { row } from '../looking.ts';

const { indicators } = testPack;
const regions = testPack.regions.map(({ code }) => code);
const names = ['facilitiesLive', 'reportsReceived', 'teleconsultations', 'staff'];

const rows = fc.array(
  fc.record({
    region: fc.constantFrom(...regions),
    month: fc.constantFrom('2024-06', '2024-07', '2024-09', '2024-11'),
    amounts: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -9, max: 99 })),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('a figure over months', () => {
  test('is what the domain says of each month, for any choice of regions', () => {
    fc.assert(
      fc.property(
        rows,
        fc.subarray(regions, { minLength: 1 }),
        fc.constantFrom(...names),
        (some, chosen, name) => {
          const cube = cubeOf(some, regions);
          const months = monthsShown(cube, '2024-12-03');
          const view = { cube, indicators, months, regions: chosen };

          expect(amountsOf(view, name)).toEqual(
            months.map((month) => monthAmount(cube, name, month, chosen)),
          );
          expect(valuesOf(view, name)).toEqual(
            months.map((month) => figureAt(cube, name, month, indicators, chosen)),
          );
        },
      ),
    );
  });

  test('is nothing where the cube does not know it', () => {
    const cube = cubeOf([row('2024-11', { facilitiesLive: 1 })], regions);

    expect(amountsOf({ cube, indicators, months: ['2024-11'] }, 'unheard')).toEqual([0]);
  });
});

describe('the months that can be looked at', () => {
  const shown = (months: string[], today: string) =>
    monthsShown(
      cubeOf(
        months.map((month) => row(month, { facilitiesLive: 1 })),
        regions,
      ),
      today,
    );

  test('go on to the last one that is over, also when nothing happened since', () => {
    expect(shown(['2024-08', '2024-09'], '2024-12-03')).toEqual(['2024-08', '2024-09', '2024-10', '2024-11']);
  });

  test('include the running month once something happened in it', () => {
    expect(shown(['2024-11', '2024-12'], '2024-12-03')).toEqual(['2024-11', '2024-12']);
    expect(shown(['2024-12'], '2024-12-03')).toEqual(['2024-12']);
  });

  test('are none before anything is on record', () => {
    expect(shown([], '2024-12-03')).toEqual([]);
  });
});

test('an address without a month, or with nonsense, asks for the last month that is over', () => {
  const asked = (query: string) => monthAsked(new URLSearchParams(query), '2024-12-03');

  expect(lastOver('2024-01-31')).toBe('2023-12');
  expect(asked('')).toBe('2024-11');
  expect(asked('month=2024-13')).toBe('2024-11');
  expect(asked('month=2024-07')).toBe('2024-07');
});
