import type { Caller } from '../../domain/caller.ts';
import type { RegionCode } from '../../domain/countryPack.ts';
import { consignmentRow, type ConsignmentRow } from '../../domain/equipment/consignmentRow.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { donorScope } from '../../domain/equipment/chain/chainScopes.ts';
import { maySeeEquipment } from '../../domain/equipment/equipmentPermissions.ts';
import type { PlaceId } from '../../domain/equipment/place.ts';
import { isInside, placeSeenBy } from '../../domain/locationPolicy.ts';
import type { ProperNames } from '../../domain/names.ts';
import { numbersFor } from '../../store/equipment/numberedPlaces.ts';
import { database } from './database.ts';
import { placesNamed } from './placesNamed.ts';
import { pack } from './runtime.ts';

/** A place that equipment names, as its reader may know it. */
interface SeenPlace {
  placeId: string;
  region: RegionCode;
  names?: ProperNames;
  settlement?: ProperNames;
  /** Of a place whose name is not told, among the reader's places of its region. */
  number?: number;
  readyFor?: string[];
}

/** Consignments as lists show them to a caller, with the places that they name; what is struck out is in no list. */
export async function equipmentSeenBy(
  caller: Caller,
  found: Consignment[],
): Promise<{ consignments: ConsignmentRow[]; places: SeenPlace[] }> {
  const rows = found
    .filter((consignment) => maySeeEquipment(caller, consignment))
    .flatMap((consignment) => consignmentRow(consignment) ?? []);
  const seen = await placesSeenBy(caller, rows.flatMap(placesOf));
  const consignments = isInside(caller) ? rows : rows.map((row) => rowSeenWith(seen, row));
  return { consignments, places: [...seen.values()] };
}

/** Places by the ids that records have, each as the caller may know it; of one that is hidden nothing is told. */
export async function placesSeenBy(caller: Caller, placeIds: PlaceId[]): Promise<Map<PlaceId, SeenPlace>> {
  const seen = (await placesNamed(placeIds)).map((place) => ({
    ...place,
    seen: placeSeenBy(caller, place, pack),
  }));
  const nameless = seen.filter(({ seen: { placeId, region } }) => !placeId && region);
  const numbers = await numbersFor(database, donorScope(caller.donorId ?? ''), nameless);
  return new Map(
    seen.flatMap(
      ({ placeId: known, readyFor: solutionIds, seen: { placeId, region, names, settlement } }) => {
        const { opaqueId, number } = numbers.get(known) ?? {};
        const id = placeId ?? opaqueId;
        if (!id || !region) return [];
        const more = isInside(caller)
          ? solutionIds.length > 0 && { readyFor: solutionIds }
          : { ...(settlement && { settlement }), ...(number && { number }) };
        return [[known, { placeId: id, region, ...(names && { names }), ...more }] as const];
      },
    ),
  );
}

function placesOf({ placeId, destinationId, offeredToId }: ConsignmentRow): PlaceId[] {
  return [placeId, destinationId, offeredToId].filter((id) => id !== undefined);
}

/** The row with its places as they are known to who may not know them all. */
function rowSeenWith(seen: Map<PlaceId, SeenPlace>, row: ConsignmentRow): ConsignmentRow {
  const { placeId, region: _, destinationId, offeredToId, ...rest } = row;
  const seenAt = (id: PlaceId | undefined) => (id === undefined ? undefined : seen.get(id));
  const [at, destination, offeredTo] = [placeId, destinationId, offeredToId].map(seenAt);
  return {
    ...rest,
    ...(at && { placeId: at.placeId, region: at.region }),
    ...(destination && { destinationId: destination.placeId }),
    ...(offeredTo && { offeredToId: offeredTo.placeId }),
  };
}
