import { randomBytes } from 'node:crypto';
import {
  NumberedPlaces,
  numbersOf,
  withNewcomers,
  type PlaceNumber,
} from '../../domain/equipment/numberedPlaces.ts';
import type { Place } from '../../domain/equipment/place.ts';
import { retried } from '../change.ts';
import type { Database } from '../database.ts';
import { versionedPut } from '../recordKind.ts';

/**
 * What a reader knows places by; those that are met for the first time get their numbers and ids now, for good. Of two who
 * give the same number at once one comes late, and looks again.
 */
export async function numbersFor(
  database: Database,
  reader: string,
  places: Pick<Place, 'placeId' | 'region'>[],
): Promise<Map<string, PlaceNumber>> {
  if (places.length === 0) return new Map();
  return retried(async () => {
    const query = { key: 'reader', equals: reader, isConsistent: true };
    const known = (await database.query('numberedPlaces', query)).map((item) => NumberedPlaces.parse(item));
    const changed = withNewcomers(reader, places, known, drawn);
    await Promise.all(
      changed.map((list) => database.transact([versionedPut('numberedPlaces', list, list.version)])),
    );
    const unchanged = known.filter(({ region }) => !changed.some((list) => list.region === region));
    return numbersOf(places, [...unchanged, ...changed]);
  });
}

const drawn = (): string => `p-${randomBytes(8).toString('hex')}`;
