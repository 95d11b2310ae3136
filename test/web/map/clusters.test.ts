import { geoConicConformal } from 'd3-geo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FacilityPoints } from '../../../functions/domain/facility/facilityPoints.ts';
import { Clusters, pointsIn, type Spot } from '../../../web/src/lib/map/clusters.ts';

const sheet = {
  projection: geoConicConformal().rotate([-31, 0]).parallels([46, 51]).scale(3000).translate([500, 300]),
  width: 1000,
  height: 670,
};
const anyGroup = fc
  .record({
    standing: fc.constantFrom(
      ['live', 'confirmed'] as const,
      ['live', 'stale'] as const,
      ['live', 'neverReported'] as const,
      ['planned', undefined] as const,
      ['suspended', undefined] as const,
    ),
    at: fc.array(
      fc.tuple(fc.double({ min: 44, max: 52, noNaN: true }), fc.double({ min: 22, max: 40, noNaN: true })),
      { maxLength: 40 },
    ),
  })
  .map(({ standing: [stage, confirmation], at }, serial = 0): FacilityPoints => ({
    region: 'UA-46',
    stage,
    ...(confirmation && { confirmation }),
    facilityIds: at.map((_, index) => `UA-${1000 + index + serial}`),
    names: at.map((_, index) => `Clinic ${index}`),
    latitudes: at.map(([lat]) => lat),
    longitudes: at.map(([, lon]) => lon),
    withoutPlace: 0,
  }));
const countOf = (spot: Spot) => (spot.point ? 1 : spot.count);

test('at every zoom the marks together are all facilities, each by where it stands', () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 5 }), fc.integer({ min: 0, max: 14 }), (groups, zoom) => {
      const points = pointsIn(groups);
      const spots = new Clusters(points, sheet).at(2 ** zoom / 2);

      expect(spots.reduce((sum, spot) => sum + countOf(spot), 0)).toBe(points.length);
      for (const standing of new Set(points.map((point) => point.standing)))
        expect(
          spots.reduce(
            (sum, spot) =>
              sum + (spot.point ? Number(spot.point.standing === standing) : (spot.standings[standing] ?? 0)),
            0,
          ),
        ).toBe(points.filter((point) => point.standing === standing).length);
    }),
  );
});

test('a mark opens into several, or is at one address', () => {
  fc.assert(
    fc.property(anyGroup, (group) => {
      const clusters = new Clusters(pointsIn([group]), sheet);
      for (const spot of clusters.at(0.5)) {
        if (spot.point) continue;
        const members = clusters.pointsOf(spot.cluster, 100).map(({ facilityId }) => facilityId);
        const opensAt = clusters.opensAt(spot.cluster);
        expect(members).toHaveLength(spot.count);
        if (opensAt === undefined) continue;
        expect(clusters.at(opensAt * 1.01).length).toBeGreaterThan(clusters.at(0.5).length);
      }
    }),
  );
});

test('facilities at one address are told as a list', () => {
  const here = { latitudes: [49.5, 49.5], longitudes: [30, 30] };
  const group: FacilityPoints = {
    region: 'UA-32',
    stage: 'planned',
    facilityIds: ['UA-0001', 'UA-0002'],
    names: ['One', 'Two'],
    withoutPlace: 1,
    ...here,
  };
  const clusters = new Clusters(pointsIn([group]), sheet);
  const [spot] = clusters.at(1000);

  expect(spot).toMatchObject({ count: 2, standings: { planned: 2 } });
  if (spot?.cluster === undefined) throw new Error('The two are one mark.');
  expect(clusters.opensAt(spot.cluster)).toBeUndefined();
  expect(clusters.pointsOf(spot.cluster, 10).map(({ name }) => name)).toEqual(['One', 'Two']);
});
