import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { isAtPlace } from '#functions/domain/equipment/standing.ts';
import { isWarehouse } from '#functions/domain/equipment/place.ts';
import type { NamedPlace } from '#lib/equipment/namedPlace.ts';

/** A place to which units of a solution are to go before it is ready for that. */
export interface NotReady {
  placeId: string;
  solutionId: string;
}

/** The places to which donated units are planned and that are not ready for them, each once for a solution. */
export function notReadyIn(consignments: ConsignmentRow[], places: NamedPlace[]): NotReady[] {
  const all = consignments.flatMap((row) => {
    const { solutionId } = row;
    const placeId = goesTo(row);
    const place = places.find((known) => known.placeId === placeId);
    if (!solutionId || !placeId || isWarehouse({ placeId }) || place?.readyFor?.includes(solutionId))
      return [];
    return [{ placeId, solutionId }];
  });
  return [...new Map(all.map((one) => [`${one.placeId} ${one.solutionId}`, one])).values()];
}

/** Where units that nobody has at a facility yet are planned to go. */
function goesTo(row: ConsignmentRow): string | undefined {
  const { state, placeId, destinationId } = row;
  if (state === 'planned') return placeId;
  return isAtPlace(row) && placeId && isWarehouse({ placeId }) ? destinationId : undefined;
}
