import { geoPath } from 'd3-geo';
import type { Position } from 'geojson';
import polylabel from 'polylabel';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import { regionsOnGlobe, type Boundaries, type RegionOnGlobe } from './boundaries.ts';
import { sheetOf, type Sheet } from './projection.ts';

/** A region as it is drawn, in the units of its sheet. */
export interface Shape {
  code: RegionCode;
  /** As SVG writes it. */
  path: string;
  /** The point that is furthest from the region's border, and how far: there is most room for its figure. */
  middle: [x: number, y: number];
  room: number;
  /** Left, top, right, bottom. */
  box: [number, number, number, number];
}

/** The regions of a country on one sheet. */
export interface DrawnCountry extends Sheet {
  shapes: Shape[];
}

/** How near to the best place a figure stands, in units of the sheet: to look further takes the longest of all that is drawn. */
const nearEnough = 5;

/** Draws the regions, as large as they are together, or as one of them is alone. */
export function drawnCountry(boundaries: Boundaries, alone?: RegionCode): DrawnCountry {
  const regions = regionsOnGlobe(boundaries);
  const only = regions.filter(({ code }) => code === alone);
  const shown = (only.length > 0 ? only : regions).map(({ geometry }) => geometry);
  const sheet = sheetOf({ type: 'GeometryCollection', geometries: shown });
  return { ...sheet, shapes: regions.map((region) => shapeOf(region, sheet)) };
}

function shapeOf({ code, geometry }: RegionOnGlobe, { projection }: Sheet): Shape {
  const path = geoPath(projection).digits(1);
  const [[left, top], [right, bottom]] = path.bounds(geometry);
  const { middle, room } = middleOf(geometry, ([lon = 0, lat = 0]) => projection([lon, lat]) ?? [0, 0]);
  return { code, path: path(geometry) ?? '', middle, room, box: [left, top, right, bottom] };
}

/** In the part of the region where there is most room. */
function middleOf(
  geometry: RegionOnGlobe['geometry'],
  project: (at: Position) => [number, number],
): Pick<Shape, 'middle' | 'room'> {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts
    .map((rings) =>
      polylabel(
        rings.map((ring) => ring.map(project)),
        nearEnough,
      ),
    )
    .map(({ 0: x, 1: y, distance }): Pick<Shape, 'middle' | 'room'> => ({ middle: [x, y], room: distance }))
    .reduce((most, one) => (one.room > most.room ? one : most));
}
