import { expect, test } from 'vitest';
import { givenPlace } from '../../../web/src/lib/equipment/givenPlace.ts';
import { testPack } from '../../support/builders.ts';

const place = { placeId: 'p-0123456789abcdef', region: 'UA-46' };

test('where aid is stands there as exactly as the giver may know it', () => {
  const seen = [
    { ...place, placeId: 'UA-0001', names: { en: 'Khodoriv clinic' }, settlement: { en: 'Khodoriv' } },
    { ...place, settlement: { en: 'Khodoriv' }, number: 3 },
    { ...place, number: 1203 },
    undefined,
  ];

  expect(seen.map((one) => givenPlace(one, testPack))).toEqual([
    'Khodoriv clinic',
    'Lviv, Khodoriv: place 3',
    'Lviv: place 1203',
    'Place not shown',
  ]);
});
