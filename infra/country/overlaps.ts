import { isInside, ringsOf, type LonLat, type ShapedRegion } from '../../functions/domain/place/shape.ts';

interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Points in each direction at which two regions are compared. */
const steps = 24;
/** The share of the smaller region that both may have: lines that were drawn twice never match to the metre. */
const allowed = 0.02;

/** Pairs of regions that have more in common than a line. */
export function overlaps(regions: readonly ShapedRegion[]): [string, string][] {
  const boxed = regions.map((region) => ({ ...region, box: boxOf(region) }));
  return boxed.flatMap((one, index) =>
    boxed
      .slice(index + 1)
      .filter((other) => doOverlap(one, other))
      .map((other): [string, string] => [one.code, other.code]),
  );
}

function doOverlap(one: ShapedRegion & { box: Box }, other: ShapedRegion & { box: Box }): boolean {
  if (!meet(one.box, other.box)) return false;
  const smaller = sizeOf(one.box) < sizeOf(other.box) ? one : other;
  const points = gridOver(smaller.box).filter((point) => isInside(point, smaller.shape));
  const larger = smaller === one ? other : one;
  const shared = points.filter((point) => holds(larger.box, point) && isInside(point, larger.shape));
  return shared.length > points.length * allowed;
}

function gridOver({ west, south, east, north }: Box): LonLat[] {
  const [across, up] = [(east - west) / steps, (north - south) / steps];
  return Array.from({ length: steps * steps }, (_, index) => [
    west + across * ((index % steps) + 0.5),
    south + up * (Math.floor(index / steps) + 0.5),
  ]);
}

function boxOf({ shape }: ShapedRegion): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude, latitude] of ringsOf(shape).flat()) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box;
}

const sizeOf = ({ west, south, east, north }: Box): number => (east - west) * (north - south);

const holds = ({ west, south, east, north }: Box, [longitude, latitude]: LonLat): boolean =>
  west < longitude && longitude < east && south < latitude && latitude < north;

const meet = (one: Box, other: Box): boolean =>
  one.west < other.east && other.west < one.east && one.south < other.north && other.south < one.north;
