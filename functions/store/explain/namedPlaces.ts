import type { ExplainedPlace } from '../../domain/explain/explainedRecord.ts';
import type { Database } from '../database.ts';
import { placeKey } from '../equipment/places.ts';
import { Facilities, facilityFrom } from '../facility/facilities.ts';
import { isWarehouse } from '../../domain/equipment/place.ts';
import { warehouseKind } from '../warehouses.ts';
import type { OpenedAt } from '../../domain/explain/explained.ts';
import { placeAsOf } from './facilitySteps.ts';

/** How many records one request names. */
const mostKeys = 100;
/** As many as one answer of the index holds. */
const mostListed = 2000;

/**
 * The names of places of a region, in one request, or in two where they are many: then the region's list is read, and those
 * that are not in it by their codes. Of a region so large that neither has them all, some stay without a name.
 */
export async function namedPlaces(
  database: Database,
  { row, month }: Pick<OpenedAt, 'row' | 'month'>,
  placeIds: (string | undefined)[],
): Promise<ExplainedPlace[]> {
  const wanted = [...new Set(placeIds.filter((placeId) => placeId !== undefined))];
  const { rows } =
    wanted.length <= mostKeys
      ? { rows: [] }
      : await new Facilities(database).inRegion({ region: row }, { limit: mostListed, isInFull: false });
  const listed = new Map(rows.map((one) => [one.facilityId, placeAsOf(one, month)]));
  const missing = wanted.filter((placeId) => !listed.has(placeId)).slice(0, mostKeys);
  const items = await database.get(missing.map(placeKey));
  const named = missing.flatMap((placeId, index): ExplainedPlace[] => {
    const item = items[index];
    if (!item) return [];
    if (isWarehouse({ placeId }))
      return database
        .readable('warehouses', [item], warehouseKind.from)
        .map(({ names }) => ({ placeId, names }));
    return database.readable('facilities', [item], facilityFrom).map((one) => placeAsOf(one, month));
  });
  return [...wanted.flatMap((placeId) => listed.get(placeId) ?? []), ...named];
}
