import type { Boundaries } from './boundaries.ts';

/** What draws maps, and the boundaries of the country's regions. */
export interface MapParts {
  parts: typeof import('./parts.ts');
  boundaries: Boundaries;
}

/** Fetches both, once; undefined for a country whose boundaries nobody has given. */
export async function mapParts(): Promise<MapParts | undefined> {
  const [parts, { default: boundaries }] = await Promise.all([
    import('./parts.ts'),
    import('virtual:boundaries'),
  ]);
  return boundaries && { parts, boundaries };
}
