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
import { testPack } from '../../support/builders.ts';

const all = regionCodes(testPack);
const [first = '', second = ''] = all;
const { country } = testPack;
const hidden = (region: string, formerRegions: { region: string; until: string; by: string }[] = []) =>
  hiddenContributions({ locationPolicy: 'hidden', region, formerRegions }, testPack);

describe('a region is told outside', () => {
  test('unless a hidden place is there, or ever was', () => {
    const moved = [{ region: second, until: '2024-05-01', by: 'somebody' }];

    expect(toldRegions([], testPack)).toEqual(all);
    expect(toldRegions(hidden(first), testPack)).toEqual(all.filter((region) => region !== first));
    expect(toldRegions(hidden(first, moved), testPack)).toEqual(
      all.filter((region) => region !== first && region !== second),
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
