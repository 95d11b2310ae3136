import data from '#boundaries';
import type { Boundaries } from '../domain/map/boundaries.ts';

/** The boundaries of a country's regions; undefined where nobody has given any. */
export function boundariesOf(country: string): Boundaries | undefined {
  // A bundle has those of its own country, and no other's.
  const found = isBoundaries(data) ? data : field(data, country);
  return isBoundaries(found) ? found : undefined;
}

function isBoundaries(value: unknown): value is Boundaries {
  return field(value, 'type') === 'Topology';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
