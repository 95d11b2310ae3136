import { geoArea, geoConicConformal, geoPath, geoBounds } from 'd3-geo';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { Shape } from '../../functions/domain/place/shape.ts';
import { Boundaries } from './boundaries.ts';
import { shapedRegions } from './packFaults.ts';

/** The country as a small picture, and where on it each region's number stands: beside it, with a line's end, where it is too small. */
export interface Outline {
  svg: string;
  labels: Record<string, number[]>;
}

/** The picture's own units. */
const [width, height] = [600, 400];
/** Of the corners, a picture as small as this shows one in four. */
const shown = 0.25;
/** Square units in which no number has room. */
const smallest = 400;

/** The picture of a country, in a projection that keeps its shapes. */
export function outlineOf(boundaries: Boundaries, name: string): Outline {
  const whole = presimplify(boundaries);
  const regions = shapedRegions(Boundaries.parse(simplify(whole, quantile(whole, shown))));
  const features = regions.map(({ code, shape }) => ({
    type: 'Feature' as const,
    id: code,
    properties: null,
    geometry: onGlobe(shape),
  }));
  const country: FeatureCollection<MultiPolygon, null> = { type: 'FeatureCollection', features };
  const [[west, south], [east, north]] = geoBounds(country);
  const middle = (west + (east < west ? east + 360 : east)) / 2;
  const projection = geoConicConformal()
    .parallels([south + (north - south) / 6, north - (north - south) / 6])
    .rotate([-middle, 0])
    .fitExtent(
      [
        [30, 10],
        [width - 30, height - 10],
      ],
      country,
    );
  const path = geoPath(projection).digits(0);
  const paths = features.map((each) => `<path id="${each.id}" d="${path(each) ?? ''}"/>`);
  const places = features.map((each): Place => {
    const [x, y] = path.centroid(each);
    return { code: each.id, at: [Math.round(x), Math.round(y)], isSmall: path.area(each) < smallest };
  });
  return { svg: drawn(name, paths), labels: labelsOf(places) };
}

interface Place {
  code: string;
  at: [number, number];
  isSmall: boolean;
}

/** Beside a small region its number stays in the picture. In the middle of another it would cover that one's: the larger region's moves down. */
function labelsOf(places: readonly Place[]): Record<string, number[]> {
  const small = places.filter(({ isSmall }) => isSmall);
  return Object.fromEntries(
    places.map(({ code, at: [x, y], isSmall }) => {
      if (isSmall) return [code, [x + 50 < width ? x + 50 : x - 50, y > 60 ? y - 45 : y + 45, x, y]];
      const isCovered = small.some(({ at }) => Math.hypot(at[0] - x, at[1] - y) < 30);
      return [code, [x, isCovered ? y + 40 : y]];
    }),
  );
}

function drawn(name: string, paths: readonly string[]): string {
  const box = `0 0 ${width} ${height}`;
  return [
    `<!-- Admin-1 of ${name}, simplified, conic conformal; each region by its code. -->`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">`,
    `<symbol id="country" viewBox="${box}">`,
    ...paths,
    '</symbol>',
    '</svg>',
    '',
  ].join('\n');
}

/** Rings as d3-geo winds them: what is inside is less than half of the globe. */
function onGlobe(shape: Shape): MultiPolygon {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.map((ring, index) => (isSmallInside(ring) === (index === 0) ? ring : ring.toReversed())),
    ),
  };
}

const isSmallInside = (ring: [number, number][]): boolean =>
  geoArea({ type: 'Polygon', coordinates: [ring] }) <= 2 * Math.PI;
