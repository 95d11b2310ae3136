import { expect, test } from 'vitest';
import { countryRow, regionRows } from '../../../web/src/routes/(in)/overview/regionRows.ts';
import { row, selection, withoutOdesa } from '../support/selecting.ts';

const rows = [
  row('2024-10', { facilitiesLive: 4, reportsExpected: 4, teleconsultations: 10, reportsReceived: 4 }),
  row('2024-11', { facilitiesLive: 1, reportsExpected: 1, teleconsultations: 7, reportsReceived: 2 }),
  row(
    '2024-11',
    { facilitiesLive: 2, reportsExpected: 2, teleconsultations: 3, reportsReceived: 2 },
    'UA-51',
  ),
];

test('the country is the sum of its regions, whatever the filter', () => {
  const filtered = selection(rows, 'region=UA-51');
  const [lviv, odesa] = regionRows(filtered);

  expect(lviv).toMatchObject({ code: 'UA-46', live: 5, liveChange: 1, amount: 7, total: 17 });
  expect(odesa).toMatchObject({ code: 'UA-51', live: 2, liveChange: 2, amount: 3, total: 3 });
  expect(countryRow(filtered)).toMatchObject({ live: 7, liveChange: 3, amount: 10, total: 20 });
  expect(countryRow(filtered).reports).toMatchObject({ expected: 7, received: 4, missing: 3 });
});

test('what belongs to no region has a row of its own, and is part of the country', () => {
  const national = selection([...rows, row('2024-11', { teleconsultations: 100 }, 'UA')]);

  expect(regionRows(selection(rows)).map(({ code }) => code)).toEqual(['UA-46', 'UA-51']);
  expect(regionRows(national).at(-1)).toMatchObject({ code: 'UA', amount: 100, total: 100, live: 0 });
  const solutions = selection([...rows, row('2024-11', { solutionsOperating: 6 }, 'UA')]);
  expect(regionRows(solutions).map(({ code }) => code)).toEqual(['UA-46', 'UA-51']);
  expect(countryRow(national)).toMatchObject({ amount: 110, total: 120 });
});

test('a region that cannot be reached and has nothing is told apart, one that has anything is not', () => {
  const unreached = (amounts: Record<string, number>) =>
    regionRows(withoutOdesa(selection([row('2024-11', amounts, 'UA-51')])))
      .filter(({ isUnreached }) => isUnreached)
      .map(({ code }) => code);

  expect(unreached({ facilitiesPlanned: 2 })).toEqual(['UA-51']);
  expect(unreached({ facilitiesLive: 1 })).toEqual([]);
});
