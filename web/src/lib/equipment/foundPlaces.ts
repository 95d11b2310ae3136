import { facilitiesApi } from 'virtual:api/facilities';
import { warehousesApi } from 'virtual:api/warehouses';
import { facilityPattern } from '#functions/domain/facility/facilityProfile.ts';
import { warehousePattern } from '#functions/domain/warehouse.ts';
import { named } from '#lib/i18n/format.ts';
import type { FoundPlace } from './namedPlace.ts';

/** How many places are enough to choose from. */
const most = 8;

/**
 * Places of such a name or code that the caller sees. Whoever knows the code of another may give that: a transfer to a
 * facility of another region is its own to accept.
 */
export async function foundPlaces(text: string): Promise<FoundPlace[]> {
  const [facilities, warehouses] = await Promise.all([
    facilitiesApi.list({ query: { text } }).then(({ body }) => body.facilities),
    warehousesApi.list({ query: {} }).then(({ body }) => body.warehouses),
  ]);
  const sought = text.toLocaleLowerCase();
  const found = [
    ...facilities.map(({ facilityId: placeId, names, region }) => ({ placeId, names, region })),
    ...warehouses
      .filter(({ closedOn }) => !closedOn)
      .map(({ warehouseId: placeId, names, region }) => ({ placeId, names, region }))
      .filter(({ placeId, names }) => `${named(names)} ${placeId}`.toLocaleLowerCase().includes(sought)),
  ].slice(0, most);
  const code = text.toLocaleUpperCase();
  const isCode = facilityPattern.test(code) || warehousePattern.test(code);
  const isUnknown = isCode && !found.some(({ placeId }) => placeId === code);
  return isUnknown ? [...found, { placeId: code, names: { en: code }, region: '' }] : found;
}
