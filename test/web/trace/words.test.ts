import { expect, test } from 'vitest';
import type { TraceCard } from '../../../functions/domain/trace/traceCard.ts';
import { byPlace, standingWords } from '../../../web/src/routes/trace/[traceId]/words.ts';

const lviv = { en: 'Lviv', uk: 'Львівська' };
const odesa = { en: 'Odesa', uk: 'Одеська' };
const units = (more: Partial<TraceCard['where'][number]>): TraceCard['where'][number] => ({
  state: 'inUse',
  inUse: 'yes',
  units: 1,
  ...more,
});

test('a region stands once, with all that is there', () => {
  const where = [
    units({ state: 'shipped', inUse: 'no' }),
    units({ region: lviv, units: 5 }),
    units({ region: odesa }),
    units({ region: lviv, inUse: 'notKnown', units: 3 }),
    units({ state: 'lost', inUse: 'no' }),
  ];

  expect(byPlace(where).map((some) => some.map((one) => [one.region?.en, one.units]))).toEqual([
    [[undefined, 1]],
    [
      ['Lviv', 5],
      ['Lviv', 3],
    ],
    [['Odesa', 1]],
    [[undefined, 1]],
  ]);
});

test('of units that are in use by their record it says what the reports say', () => {
  expect(standingWords({ state: 'inUse', inUse: 'yes' })).toBe('In use');
  expect(standingWords({ state: 'inUse', inUse: 'no' })).toBe('Not in use');
  expect(standingWords({ state: 'inUse', inUse: 'notKnown' })).toBe('Whether it is used is not known');
  expect(standingWords({ state: 'installed', inUse: 'no' })).toBe('Installed');
});
