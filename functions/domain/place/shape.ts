import * as z from 'zod/mini';

/** Longitude and latitude in degrees. */
export type LonLat = readonly [number, number];

/** Heights, which some files have, are left out. */
const Position = z.pipe(
  z.array(z.number()).check(z.minLength(2)),
  z.transform(([longitude = 0, latitude = 0]: number[]): [number, number] => [longitude, latitude]),
);
const Rings = z.array(z.array(Position).check(z.minLength(4))).check(z.minLength(1));

/** The shape of a region as GeoJSON writes it (RFC 7946). */
export const Shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).check(z.minLength(1)) }),
]);
export type Shape = z.infer<typeof Shape>;

/** A region and where it is. */
export interface ShapedRegion {
  /** ISO 3166-2. */
  code: string;
  shape: Shape;
}

type Ring = readonly LonLat[];

/** All lines around a region, those of its holes too. */
export const ringsOf = (shape: Shape): Ring[] =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();

/** Whether a point lies in a region: an odd number of its lines is to the east of it (Shimrat 1962). */
export function isInside([longitude, latitude]: LonLat, shape: Shape): boolean {
  let inside = false;
  for (const ring of ringsOf(shape)) {
    let [x1, y1] = ring.at(-1) ?? [0, 0];
    for (const [x2, y2] of ring) {
      const crosses = y1 > latitude !== y2 > latitude;
      if (crosses && longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      [x1, y1] = [x2, y2];
    }
  }
  return inside;
}

/** Kilometres in a degree of latitude, on a globe of 6,371 km. */
const kmInDegree = 111.195;

/** How far a point is from the nearest line around a region, in kilometres; true within a per cent for some hundred kilometres. */
export function kilometresTo(shape: Shape, [longitude, latitude]: LonLat): number {
  const eastward = kmInDegree * Math.cos((latitude * Math.PI) / 180);
  const flat = ([x, y]: LonLat): LonLat => [(x - longitude) * eastward, (y - latitude) * kmInDegree];
  const distances = ringsOf(shape).flatMap((ring) =>
    segmentsOf(ring).map(([from, to]) => distanceOfZero(flat(from), flat(to))),
  );
  return distances.reduce((least, each) => Math.min(least, each), Infinity);
}

function segmentsOf(ring: Ring): [LonLat, LonLat][] {
  return ring.flatMap((from, index) => {
    const to = ring[index + 1];
    return to ? [[from, to]] : [];
  });
}

function distanceOfZero([x1, y1]: LonLat, [x2, y2]: LonLat): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x1 + share * dx, y1 + share * dy);
}
