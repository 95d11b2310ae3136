import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedUp, summed, type Contribution } from '../../../functions/domain/contribution.ts';
import { locationPolicies, regionCodes } from '../../../functions/domain/countryPack.ts';
import {
  hiddenContributions,
  outsideScope,
  toldRegions,
  toldRows,
} from '../../../functions/domain/toldOutside.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { testPack } from '../../support/builders.ts';

const all = regionCodes(testPack);
const [first = ''] = all;
const { country } = testPack;
const hidden = (region: string, formerRegions: { region: string; until: string; by: string }[] = []) =>
  hiddenContributions({ locationPolicy: 'hidden', region, formerRegions }, testPack);

describe('a region is told outside', () => {
  const ukraine = packFor('UA');
  const regions = regionCodes(ukraine);
  const untoldWith = (...hiding: string[]) => {
    const told = toldRegions(
      hiding.flatMap((region) => hidden(region)),
      ukraine,
    );
    return regions.filter((region) => !told.includes(region));
  };

  test('unless it or one of its group has a hidden place, or ever had one', () => {
    const [one = '', two = '', three = '', four = ''] = regions;
    const moved = [{ region: four, until: '2024-05-01', by: 'somebody' }];

    expect(toldRegions([], ukraine)).toEqual(regions);
    expect(untoldWith(one)).toEqual([one, two, three]);
    expect(toldRegions(hidden(one, moved), ukraine)).toEqual(regions.slice(6));
    expect(untoldWith(regions.at(-1) ?? '')).toEqual(regions.slice(-3));
  });

  test('so that which regions are not told says of none of them that something is hidden there', () => {
    fc.assert(
      fc.property(fc.subarray(regions, { minLength: 1 }), (hiding) => {
        const untold = untoldWith(...hiding);

        expect(untold).toEqual(expect.arrayContaining(hiding));
        // Whichever of the regions that are not told it is about, the others are not told either.
        for (const region of untold) {
          const alone = untoldWith(region);
          expect(alone.length).toBeGreaterThanOrEqual(3);
          expect(untold).toEqual(expect.arrayContaining(alone));
        }
      }),
    );
  });

  test.each(['exact', 'settlement', 'region', undefined] as const)(
    'where a place’s own policy is %s',
    (locationPolicy) =>
      expect(
        hiddenContributions({ region: first, ...(locationPolicy && { locationPolicy }) }, testPack),
      ).toEqual([]),
  );

  test('again once the last place there is hidden no more', () => {
    const [one] = hidden(first);
    const taken = { scope: outsideScope, row: first, month: one?.month ?? '', amounts: {} };

    expect(toldRegions([taken], testPack)).toEqual(all);
  });

  test.each(locationPolicies)('by the country’s policy: %s', (locationPolicy) =>
    expect(toldRegions([], { ...testPack, locationPolicy })).toEqual(locationPolicy === 'hidden' ? [] : all),
  );
});

describe('what is not told by region', () => {
  const row = fc.constantFrom(...all, country);
  const rows = fc.array(
    fc.record({
      scope: fc.constant('donor:one' as const),
      row,
      month: fc.constantFrom('2024-01', '2024-02'),
      amounts: fc.dictionary(fc.constantFrom('units', 'usd', 'visits'), fc.integer({ min: -50, max: 50 })),
    }),
  );
  /** Amounts by month and figure, wherever they are. */
  const whole = (some: Contribution[]) =>
    summed(some.map((one) => ({ ...one, row: country }))).sort((a, b) => (a.month < b.month ? -1 : 1));

  test('stands in the nation’s own row: with what is told it is the whole, and no other row knows of it', () => {
    fc.assert(
      fc.property(rows, fc.subarray(all), fc.boolean(), (given, regions, isAll) => {
        const isOfPlaces = (name: string) => isAll || name !== 'visits';
        const told = toldRows(given, { regions, country, isOfPlaces });

        expect(whole(told)).toEqual(whole(given));
        for (const { row: at, amounts } of told)
          if (at !== country && !regions.includes(at))
            expect(Object.keys(amounts).filter(isOfPlaces)).toEqual([]);
        const inRegion = (some: Contribution[], region: string) =>
          addedUp(some.filter(({ row: at }) => at === region));
        for (const region of regions) expect(inRegion(told, region)).toEqual(inRegion(given, region));
      }),
    );
  });
});
