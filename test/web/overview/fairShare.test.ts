import { expect, test } from 'vitest';
import {
  fairRow,
  fairRows,
  perLive,
  perPopulation,
} from '../../../web/src/routes/(in)/overview/later/fairShare.ts';
import type { Selection } from '../../../web/src/routes/(in)/overview/selection.ts';
import { row, selection, withoutOdesa } from '../support/selecting.ts';

const rows = [
  row('2024-11', { facilitiesLive: 4, teleconsultations: 10 }),
  row('2024-11', { teleconsultations: 3 }, 'UA-51'),
];
const known = (regions: Record<string, number>): Selection => {
  const shown = selection(rows, '');
  const population = { on: '2022-01-01', source: { en: '', uk: '', be: '', ru: '' }, regions };
  return { ...shown, pack: { ...shown.pack, population } };
};

test('a share is told to one decimal, and not where there is nothing to share by', () => {
  expect([perLive(10, 3), perLive(10, 0), perPopulation(5, 2_000_000), perPopulation(5, 0)]).toEqual([
    3.3,
    undefined,
    0.3,
    undefined,
  ]);
});

test('a region is compared by its live facilities and its people', () => {
  expect(fairRows(known({ 'UA-46': 1_000_000 }))).toEqual([
    { code: 'UA-46', amount: 10, perLive: 2.5, perPopulation: 1 },
    { code: 'UA-51', amount: 3, perLive: undefined, perPopulation: undefined },
  ]);
});

test('all together are compared by population where it is known', () => {
  const all = ['UA-46', 'UA-51'];

  expect(fairRow(known({ 'UA-46': 1_000_000 }), all)).toEqual({ amount: 13, perLive: 3.3, perPopulation: 1 });
});

test('the people of a region out of reach are in no share, nor what there is of it', () => {
  const asked = withoutOdesa(known({ 'UA-46': 1_000_000, 'UA-51': 2_000_000 }));

  expect(fairRow(asked, ['UA-46', 'UA-51'])).toMatchObject({ amount: 13, perPopulation: 1 });
  expect(fairRow(asked, ['UA-51'])).toMatchObject({ amount: 3, perPopulation: undefined });
});
