import * as z from 'zod/mini';

/** Longitude and latitude in degrees; heights, which some files have, are left out. */
const Position = z.pipe(
  z.array(z.number()).check(z.minLength(2)),
  z.transform((numbers): [number, number] => [numbers[0] ?? 0, numbers[1] ?? 0]),
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

/** Its polygons, each an outer ring and the holes in it. */
export const polygonsOf = (shape: Shape): [number, number][][][] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
