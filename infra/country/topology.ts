import type { Feature, FeatureCollection } from 'geojson';
import { gzipSync } from 'node:zlib';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { filter, filterAttachedWeight, presimplify, quantile, simplify } from 'topojson-simplify';
import { UserError } from '../local/userError.ts';
import { Boundaries, written } from './boundaries.ts';
import type { ShapedRegion } from '../../functions/domain/place/shape.ts';

/** Bytes that a country's boundaries may take, gzipped: a tenth of a second on a phone's slow network. */
export const mostBytes = 16_000;

/** Steps of a grid over the country: finer than a screen shows it, and about a pixel of one region that fills the screen. */
const grid = 10_000;
/** Points of neighbours that should be the same become one. */
const finest = 1_000_000;

/** Lines a region, at most, where neighbours share their borders: most have five or six, one to each neighbour. */
const mostLines = 20;

/** Shares of the corners that are kept: the first with which the file is small enough is taken. */
const shares = Array.from({ length: 100 }, (_, index) => 1 - index / 100);

/**
 * The regions as TopoJSON, as detailed as the limit allows. Neighbours keep the same border, since each line is kept once;
 * what matters least to the shape goes first (Visvalingam & Whyatt 1993).
 */
export function boundariesOf(regions: readonly ShapedRegion[]): Boundaries {
  const whole = presimplify(Boundaries.parse(topology({ regions: collectionOf(regions) }, finest)));
  for (const share of shares) {
    const boundaries = simplified(whole, quantile(whole, share));
    if (gzipSync(written(boundaries)).length <= mostBytes) return complete(boundaries, regions);
  }
  throw new UserError(
    whole.arcs.length > mostLines * regions.length
      ? 'Neighbours do not have the same border in these boundaries: there are gaps and overlaps between them. Clean them first, for example with “npx mapshaper regions.geojson -clean -o cleaned.geojson”, and take the cleaned file.'
      : 'These boundaries cannot be made small enough to be read on a phone.',
  );
}

/** In the order of the codes, so that the same regions make the same file. */
function collectionOf(regions: readonly ShapedRegion[]): FeatureCollection {
  const features = regions
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, shape }): Feature => ({ type: 'Feature', id: code, properties: null, geometry: shape }));
  return { type: 'FeatureCollection', features };
}

/** Leaves out corners that weigh less, and islands as small. */
function simplified(whole: Boundaries, weight: number): Boundaries {
  return Boundaries.parse(
    quantize(filter(simplify(whole, weight), filterAttachedWeight(whole, weight)), grid),
  );
}

function complete(boundaries: Boundaries, regions: readonly ShapedRegion[]): Boundaries {
  const kept = new Set(boundaries.objects.regions.geometries.map(({ id }) => id));
  const lost = regions.find(({ code }) => !kept.has(code));
  if (lost) throw new UserError(`${lost.code} is so small that it would be lost beside the other regions.`);
  return boundaries;
}
