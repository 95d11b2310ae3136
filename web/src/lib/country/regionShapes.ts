import type { Polygon, Position } from 'geojson';
import type { Shape, ShapedRegion } from '#functions/domain/place/shape.ts';

let asked: Promise<ShapedRegion[]> | undefined;

/** Where the country's regions are, fetched once; none where nobody has given boundaries, or there is no network for them. */
export function regionShapes(): Promise<ShapedRegion[]> {
  asked ??= fetched().catch(() => {
    asked = undefined;
    return [];
  });
  return asked;
}

async function fetched(): Promise<ShapedRegion[]> {
  const [{ feature }, { default: boundaries }] = await Promise.all([
    import('topojson-client'),
    import('virtual:boundaries'),
  ]);
  if (!boundaries) return [];
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
