import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contribution } from '../../../functions/domain/contribution.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { approvedName, catalogueOf } from '../../../functions/domain/figureCatalogue.ts';
import { addMonths, monthsBetween } from '../../../functions/domain/calendar.ts';
import { cubeOf, ProgressSums, summaryOf } from '../../../functions/domain/progress.ts';
import { testPack } from '../../support/builders.ts';

const regions = regionCodes(testPack);
const catalogue = [...catalogueOf(testPack).values()];
const names = catalogue.flatMap(({ name, hasApproved }) =>
  hasApproved ? [name, approvedName(name)] : [name],
);

const at = (row: string, month: string, amounts: Record<string, number>): Contribution => ({
  scope: 'country',
  row,
  month,
  amounts,
});

const contribution = fc.record({
  scope: fc.constant('country' as const),
  row: fc.constantFrom('UA-46', 'UA-51', 'UA'),
  month: fc.integer({ min: 0, max: 30 }).map((count) => addMonths('2023-01', count)),
  amounts: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: -50, max: 50 }), { maxKeys: 4 }),
});
const contributions = fc.array(contribution, { maxLength: 20 });

const rows = [
  at('UA-46', '2024-01', { facilitiesLive: 3, teleconsultations: 10, reportsReceived: 2, staff: 4 }),
  at('UA-51', '2024-01', { facilitiesLive: 1, teleconsultations: 1, reportsReceived: 1, staff: 1 }),
  at('UA-46', '2024-03', { facilitiesLive: -1, teleconsultations: 5, reportsReceived: 1, staff: 2 }),
];

test('the cube has no gap between its first and last month', () => {
  expect(cubeOf(rows, regions).months).toEqual(['2024-01', '2024-02', '2024-03']);
});

test('sums add flows up, keep levels, and take stocks and reports from their month', () => {
  const sums = new ProgressSums(cubeOf(rows, regions), testPack);

  expect(summaryOf(sums, '2024-03').figures).toEqual({
    facilitiesLive: 3,
    teleconsultations: 16,
    reportsReceived: 1,
    staff: 2,
  });
  expect(sums.value('teleconsultations', '2024-03', ['UA-51'])).toBe(1);
});

test('the nation’s own row is in the cube where it has anything, and is part of the country’s sum', () => {
  const cube = cubeOf([...rows, at('UA', '2024-02', { teleconsultations: 100 })], regions);
  const sums = new ProgressSums(cube, testPack);

  expect(cubeOf(rows, regions).rows).toEqual(['UA-46', 'UA-51']);
  expect(cube.rows).toEqual(['UA-46', 'UA-51', 'UA']);
  expect(sums.regions).toEqual(['UA-46', 'UA-51']);
  expect(sums.value('teleconsultations', '2024-03')).toBe(116);
  expect(sums.value('teleconsultations', '2024-03', ['UA'])).toBe(100);
});

test('a row that was not asked for is an error, never left out', () => {
  expect(() => cubeOf([at('UA-99', '2024-01', { staff: 1 })], regions)).toThrow('no row for UA-99');
  expect(() => cubeOf(rows, ['UA-46'])).toThrow('no row for UA-51');
});

test('before the first month everything is nothing, after the last what has been added up stays', () => {
  const sums = new ProgressSums(cubeOf(rows, regions), testPack);

  expect(summaryOf(sums, '2023-12').figures).toMatchObject({ facilitiesLive: 0, teleconsultations: 0 });
  expect(summaryOf(sums, '2030-01').figures).toMatchObject({
    facilitiesLive: 3,
    teleconsultations: 16,
    reportsReceived: 0,
  });
});

test('a figure that no catalogue has is an error, one without any amount is nothing', () => {
  const sums = new ProgressSums(cubeOf(rows, regions), testPack);

  expect(() => sums.amount('facilitiesLife', '2024-03')).toThrow('There is no figure "facilitiesLife".');
  expect(() => sums.value('facilitiesLife', '2024-03')).toThrow('There is no figure "facilitiesLife".');
  expect(sums.amount('facilitiesPlanned', '2024-03')).toBe(0);
});

test('rows add up to the country, month by month, for every kind of figure', () => {
  fc.assert(
    fc.property(contributions, (some) => {
      const cube = cubeOf(some, regions);
      const sums = new ProgressSums(cube, testPack);
      for (const name of sums.names)
        for (const month of cube.months) {
          const parts = cube.rows.map((row) => sums.value(name, month, [row]));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(sums.value(name, month));
        }
    }),
  );
});

test('a figure’s value is the sum of what was contributed up to the month, or in it, by its kind', () => {
  const month = fc.integer({ min: -2, max: 33 }).map((count) => addMonths('2023-01', count));

  fc.assert(
    fc.property(contributions, month, fc.constantFrom(...names), (some, until, name) => {
      const sums = new ProgressSums(cubeOf(some, regions), testPack);
      const kind = catalogueOf(testPack).get(name.replace('approved.', ''))?.kind;
      const counted = some.filter((one) => (kind === 'month' ? one.month === until : one.month <= until));

      const expected = counted.reduce((sum, { amounts }) => sum + (amounts[name] ?? 0), 0);
      expect(sums.value(name, until)).toBe(expected);
    }),
  );
});

test('the same contributions in another order are the same cube, to the letter', () => {
  fc.assert(
    fc.property(contributions, (some) => {
      expect(JSON.stringify(cubeOf(some.toReversed(), regions))).toBe(JSON.stringify(cubeOf(some, regions)));
    }),
  );
});

test('every month of the cube is there once', () => {
  fc.assert(
    fc.property(contributions, (some) => {
      const { months } = cubeOf(some, regions);
      expect(months).toEqual(months.length ? monthsBetween(months[0] ?? '', months.at(-1) ?? '') : []);
    }),
  );
});
