import { expect, test } from 'vitest';
import { catalogueOf } from '../../../functions/domain/figureCatalogue.ts';
import { packFrom } from '../../../web/src/lib/country/keptPack.ts';
import { testPack } from '../../support/builders.ts';

test('a pack that a device kept of the first release has every figure', () => {
  const { programmeStart: _, ...kept } = testPack;
  const indicators = testPack.indicators.map(({ key: __, ...indicator }) => indicator);

  const names = [...catalogueOf(packFrom({ ...kept, indicators })).keys()];

  expect(names).toEqual([...catalogueOf(testPack).keys()]);
});

test('a pack of today stays as it is', () => {
  expect(packFrom(testPack)).toEqual(testPack);
});
