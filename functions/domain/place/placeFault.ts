import type { RegionCode } from '../countryPack.ts';
import { isInside, kilometresTo, type LonLat, type ShapedRegion } from './shape.ts';

/** Boundaries are drawn, and simplified: what is this near to its region may well be in it. */
const toleranceKm = 2;

/** Why a place seems not to be where its coordinates say: a warning, since boundaries can be wrong as well. */
export type PlaceFault =
  | { kind: 'swapped' }
  /** Whole kilometres from its region, and the region that the coordinates are in, where they are in one. */
  | { kind: 'outside'; kilometres: number; in?: RegionCode };

/** What is doubtful about a place in a region; nothing is said of a region without boundaries. */
export function placeFault(
  { lat, lon }: { lat: number; lon: number },
  region: RegionCode,
  shapes: readonly ShapedRegion[],
): PlaceFault | undefined {
  const shape = shapes.find(({ code }) => code === region)?.shape;
  const point: LonLat = [lon, lat];
  if (!shape || isInside(point, shape)) return undefined;
  const kilometres = Math.round(kilometresTo(shape, point));
  if (kilometres <= toleranceKm) return undefined;
  if (isInside([lat, lon], shape)) return { kind: 'swapped' };
  return { kind: 'outside', kilometres, in: shapes.find((each) => isInside(point, each.shape))?.code };
}
