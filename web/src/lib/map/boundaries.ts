import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { RegionCode } from '#functions/domain/countryPack.ts';

/** The boundaries of a country's regions, which share their borders; a geometry's id is the region's code. */
export type Boundaries = Topology<{ regions: GeometryCollection }>;

/** A region where it is on the globe. */
export interface RegionOnGlobe {
  code: RegionCode;
  geometry: Polygon | MultiPolygon;
}

/** The regions that have a shape, each ring running the way that d3-geo takes for the inside. */
export function regionsOnGlobe(boundaries: Boundaries): RegionOnGlobe[] {
  return feature(boundaries, boundaries.objects.regions).features.flatMap(({ id, geometry }) =>
    geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
      ? [{ code: String(id), geometry: wound(geometry) }]
      : [],
  );
}

/** GeoJSON's rings run the other way, and would be all of the globe but the region. */
function wound<Shape extends Polygon | MultiPolygon>(geometry: Shape): Shape {
  const rings = (polygon: Position[][]): Position[][] =>
    polygon.map((ring, index) => (isClockwise(ring) === (index === 0) ? ring : ring.toReversed()));
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: rings(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(rings) };
}

/** By the area under its lines: no ring of a region crosses the day line, at which GeoJSON cuts them, or goes around a pole. */
function isClockwise(ring: Position[]): boolean {
  let twice = 0;
  let [x1 = 0, y1 = 0] = ring.at(-1) ?? [];
  for (const [x2 = 0, y2 = 0] of ring) {
    twice += (x2 - x1) * (y2 + y1);
    [x1, y1] = [x2, y2];
  }
  return twice > 0;
}
