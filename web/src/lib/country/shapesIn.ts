import type { Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Shape, ShapedRegion } from '#functions/domain/place/shape.ts';
import type { Boundaries } from '#lib/map/boundaries.ts';

/** The shapes of a country's regions. */
export function shapesIn(boundaries: Boundaries): ShapedRegion[] {
  return feature(boundaries, boundaries.objects.regions).features.flatMap(({ id, geometry }) => {
    if (geometry.type === 'Polygon') return [{ code: String(id), shape: shapeOf([geometry.coordinates]) }];
    if (geometry.type === 'MultiPolygon') return [{ code: String(id), shape: shapeOf(geometry.coordinates) }];
    return [];
  });
}

const shapeOf = (polygons: Polygon['coordinates'][]): Shape => ({
  type: 'MultiPolygon',
  coordinates: polygons.map((rings) => rings.map((ring) => ring.map(pointOf))),
});

const pointOf = ([longitude = 0, latitude = 0]: Position): [number, number] => [longitude, latitude];
