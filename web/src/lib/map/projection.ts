import {
  geoBounds,
  geoConicConformal,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';

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
export function sheetOf(shown: GeoPermissibleObjects): Sheet {
  const [[west, south], [east, north]] = geoBounds(shown);
  const middle = (west + (east < west ? east + 360 : east)) / 2;
  const sixth = (north - south) / 6;
  const projection = geoConicConformal()
    .rotate([-middle, 0])
    .parallels([south + sixth, north - sixth])
    .scale(1)
    .translate([0, 0]);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(shown);
  const scale = longest / Math.max(right - left, bottom - top);
  projection.scale(scale).translate([-left * scale, -top * scale]);
  return { projection, width: (right - left) * scale, height: (bottom - top) * scale };
}
