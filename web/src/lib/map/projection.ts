import { geoConicConformal, geoPath, type GeoProjection } from 'd3-geo';
import type { RegionOnGlobe } from './boundaries.ts';

/** A flat picture of a part of the globe, as large as its scale makes it. */
export interface Sheet {
  projection: GeoProjection;
  width: number;
  height: number;
}

/** The longer side of a sheet; whoever shows it makes it as large as there is room. */
const longest = 1000;

/**
 * Lambert's conformal conic, turned to the middle of what is shown, with its standard parallels a sixth from the north
 * and the south, as Deetz and Adams (1934) advise: shapes stay true, and sizes nearly so. About the equator the cone is a cylinder.
 */
export function sheetOf(geometries: RegionOnGlobe['geometry'][]): Sheet {
  const { middle, south, north } = degreesOf(geometries);
  const sixth = (north - south) / 6;
  const projection = geoConicConformal()
    .rotate([-middle, 0])
    .parallels([south + sixth, north - sixth])
    .scale(1)
    .translate([0, 0]);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds({
    type: 'GeometryCollection',
    geometries,
  });
  const scale = longest / Math.max(right - left, bottom - top);
  projection.scale(scale).translate([-left * scale, -top * scale]);
  return { projection, width: (right - left) * scale, height: (bottom - top) * scale };
}

/** Between which parallels regions lie, and about which meridian, be it on the other side of the globe. */
function degreesOf(geometries: RegionOnGlobe['geometry'][]): {
  middle: number;
  south: number;
  north: number;
} {
  const points = geometries.flatMap((geometry) =>
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2),
  );
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let [westBeyond, eastBeyond] = [Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of points) {
    const beyond = lon < 0 ? lon + 360 : lon;
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    [westBeyond, eastBeyond] = [Math.min(westBeyond, beyond), Math.max(eastBeyond, beyond)];
  }
  const isBeyond = eastBeyond - westBeyond < east - west;
  return { middle: isBeyond ? (westBeyond + eastBeyond) / 2 : (west + east) / 2, south, north };
}
