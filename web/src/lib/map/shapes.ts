import { geoPath } from 'd3-geo';
import polylabel from 'polylabel';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import { besideOf, type Beside, type Ring } from './beside.ts';
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
  /** Of a region that is much smaller than others, where its figure stands beside the country. */
  beside?: Beside;
  /** Left, top, right, bottom. */
  box: [number, number, number, number];
}

/** The regions of a country on one sheet. */
export interface DrawnCountry extends Sheet {
  shapes: Shape[];
}

/** Of this part of the room that others have, a region has none for its figure. */
const small = 1 / 3;

/** How near to the best place a figure stands, in units of the sheet: to look further takes the longest of all that is drawn. */
const nearEnough = 5;

/** Draws the regions, as large as they are together, or as one of them is alone. */
export function drawnCountry(boundaries: Boundaries, alone?: RegionCode): DrawnCountry {
  const regions = regionsOnGlobe(boundaries);
  const only = regions.filter(({ code }) => code === alone);
  const shown = (only.length > 0 ? only : regions).map(({ geometry }) => geometry);
  const sheet = sheetOf(shown);
  const drawn = regions.map((region) => {
    const parts = partsOf(region, sheet);
    const shape = shapeOf(region, parts, sheet);
    return { shape, area: { rings: parts.flat(), box: shape.box } };
  });
  const [shapes, areas] = [drawn.map(({ shape }) => shape), drawn.map(({ area }) => area)];
  const usual = shapes.map(({ room }) => room).toSorted((a, b) => a - b)[shapes.length >> 1] ?? 0;
  return {
    ...sheet,
    shapes: shapes.map((shape) => {
      const beside = shape.room < small * usual ? besideOf(shape.middle, areas, sheet) : undefined;
      return { ...shape, ...(beside && { beside }) };
    }),
  };
}

/** The parts of a region on its sheet, each with its holes. */
function partsOf({ geometry }: RegionOnGlobe, { projection }: Sheet): Ring[][] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.map((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => projection([lon, lat]) ?? [0, 0])),
  );
}

function shapeOf({ code, geometry }: RegionOnGlobe, parts: Ring[][], { projection }: Sheet): Shape {
  const path = geoPath(projection).digits(1);
  return { code, path: path(geometry) ?? '', ...middleOf(parts), box: boxOf(parts.flat(2)) };
}

function boxOf(points: readonly [number, number][]): Shape['box'] {
  const box: Shape['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** In the part of the region where there is most room. */
function middleOf(parts: Ring[][]): Pick<Shape, 'middle' | 'room'> {
  return parts
    .map((rings) => polylabel(rings, nearEnough))
    .map(({ 0: x, 1: y, distance }): Pick<Shape, 'middle' | 'room'> => ({ middle: [x, y], room: distance }))
    .reduce((most, one) => (one.room > most.room ? one : most));
}
