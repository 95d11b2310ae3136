import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf, type FacilityPoints } from '../../../../functions/domain/facility/facilityPoints.ts';
import { anyFacility } from '../../../support/anyFacility.ts';
import { liveFacility } from '../../../support/builders.ts';

const on = { today: '2024-12-03', language: 'uk' } as const;
const counted = ({ facilityIds, withoutPlace }: FacilityPoints) => facilityIds.length + withoutPlace;

test('a group has as many of everything, and together they have every facility once', () => {
  const coordinates = fc.option(
    fc.record({ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.constant(24.1234567) }),
    { nil: undefined },
  );
  const some = fc.array(fc.tuple(anyFacility, coordinates), { maxLength: 30 });
  fc.assert(
    fc.property(some, (drawn) => {
      const facilities = drawn.map(([facility, at], index) => ({
        ...facility,
        facilityId: `UA-${1000 + index}`,
        ...(at && { coordinates: at }),
      }));
      const groups = pointsOf(facilities, on);

      expect(groups.reduce((sum, group) => sum + counted(group), 0)).toBe(facilities.length);
      expect(groups.flatMap(({ facilityIds }) => facilityIds).sort()).toEqual(
        facilities.flatMap(({ facilityId, coordinates: at }) => (at ? [facilityId] : [])).sort(),
      );
      for (const { facilityIds, names, latitudes, longitudes, stage, confirmation } of groups) {
        expect([names, latitudes, longitudes].map(({ length }) => length)).toEqual(
          Array(3).fill(facilityIds.length),
        );
        expect(confirmation !== undefined).toBe(stage === 'live');
      }
    }),
  );
});

test('a place is told to some ten metres, in the language asked for', () => {
  const facility = liveFacility({
    names: { en: 'Liubin clinic', uk: 'Любінська амбулаторія' },
    coordinates: { lat: 49.7123456, lon: 23.6987654 },
  });

  expect(pointsOf([facility], on)).toMatchObject([
    { names: ['Любінська амбулаторія'], latitudes: [49.7123], longitudes: [23.6988] },
  ]);
});
