import { readFileSync } from 'node:fs';
import { geoArea, geoContains } from 'd3-geo';
import fc from 'fast-check';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { regionsOnGlobe, type Boundaries } from '../../../web/src/lib/map/boundaries.ts';
import { isRoomFor } from '../../../web/src/lib/map/place.ts';
import { drawnCountry } from '../../../web/src/lib/map/shapes.ts';

type Box = [west: number, south: number, east: number, north: number];

/** Countries of one to three rectangles, wherever they are, whose rings run either way. */
const ring = ([west, south, east, north]: Box, isClockwise: boolean): number[][] => {
  const around = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return isClockwise ? around.toReversed() : around;
};
function boundariesOf(boxes: Box[], isClockwise: boolean): Boundaries {
  const topology: Topology = {
    type: 'Topology',
    arcs: boxes.map((box) => ring(box, isClockwise)),
    objects: {},
  };
  const geometries = boxes.map((_, index) => ({
    type: 'Polygon' as const,
    id: `XX-${index}`,
    arcs: [[index]],
  }));
  return { ...topology, objects: { regions: { type: 'GeometryCollection', geometries } } };
}
const anyBoxes = fc
  .record({
    west: fc.double({ min: -179, max: 160, noNaN: true }),
    south: fc.double({ min: -55, max: 60, noNaN: true }),
    wide: fc.double({ min: 0.5, max: 6, noNaN: true }),
    high: fc.double({ min: 0.5, max: 10, noNaN: true }),
    parts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ west, south, wide, high, parts }): Box[] =>
    Array.from({ length: parts }, (_, at) => [west + at * wide, south, west + (at + 1) * wide, south + high]),
  );

describe('a country', () => {
  test('is inside of its borders, whichever way its rings run', () => {
    fc.assert(
      fc.property(anyBoxes, fc.boolean(), (boxes, isClockwise) => {
        for (const [index, { code, geometry }] of regionsOnGlobe(
          boundariesOf(boxes, isClockwise),
        ).entries()) {
          const [west, south, east, north] = boxes[index] ?? [0, 0, 0, 0];
          expect(code).toBe(`XX-${index}`);
          expect(geoArea(geometry)).toBeLessThan(2 * Math.PI);
          expect(geoContains(geometry, [(west + east) / 2, (south + north) / 2])).toBe(true);
        }
      }),
    );
  });

  test('fills its sheet and not more, and has each region’s middle within the region', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        const { width, height, shapes } = drawnCountry(boundariesOf(boxes, true));
        const corners = shapes.map(({ box }) => box);

        expect(Math.max(width, height)).toBeCloseTo(1000, 3);
        expect(Math.min(...corners.map(([left]) => left))).toBeCloseTo(0, 3);
        expect(Math.min(...corners.map(([, top]) => top))).toBeCloseTo(0, 3);
        expect(Math.max(...corners.map(([, , right]) => right))).toBeCloseTo(width, 3);
        expect(Math.max(...corners.map(([, , , bottom]) => bottom))).toBeCloseTo(height, 3);
        for (const {
          middle: [x, y],
          room,
          box: [left, top, right, bottom],
        } of shapes) {
          expect(room).toBeGreaterThan(0);
          expect(x > left && x < right && y > top && y < bottom).toBe(true);
        }
      }),
    );
  });

  test('keeps its shape where it spans the day line', () => {
    const { width, height } = drawnCountry(
      boundariesOf(
        [
          [177, -19, 180, -16],
          [-180, -19, -178, -16],
        ],
        true,
      ),
    );

    // Five degrees wide by three high, at some 17 degrees from the equator.
    expect(width / height).toBeCloseTo((5 * Math.cos((17.5 * Math.PI) / 180)) / 3, 1);
  });

  test('shows one of its regions alone as large as all', () => {
    const boundaries = boundariesOf(
      [
        [20, 45, 22, 47],
        [22, 45, 40, 47],
      ],
      true,
    );
    const [alone] = drawnCountry(boundaries, 'XX-0').shapes;

    expect(Math.max(...(alone?.box ?? []))).toBeCloseTo(1000, 3);
    expect(drawnCountry(boundaries, 'XX-9')).toMatchObject({ width: drawnCountry(boundaries).width });
  });
});

test.each([
  ['ukraine', 'UA-30'],
  ['belarus', 'BY-HM'],
])('a capital that has no room for its figure has it beside the country: %s', (country, capital) => {
  const file = new URL(`../../../functions/packs/${country}/boundaries.json`, import.meta.url);
  const boundaries: Boundaries = JSON.parse(readFileSync(file, 'utf8'));
  const { shapes, width, height, projection } = drawnCountry(boundaries);
  const [x = -1, y = -1] = shapes.find(({ code }) => code === capital)?.beside?.at ?? [];
  const place = projection.invert?.([x, y]) ?? [0, 0];

  expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
  for (const { geometry } of regionsOnGlobe(boundaries)) expect(geoContains(geometry, place)).toBe(false);
  // Others have their figures within.
  expect(shapes.filter(({ beside }) => beside).length).toBeLessThanOrEqual(2);
});

test('a figure stands where it has room', () => {
  expect(isRoomFor('7', 8)).toBe(true);
  expect(isRoomFor('1,234', 8)).toBe(false);
  expect(isRoomFor('1,234', 24)).toBe(true);
});
