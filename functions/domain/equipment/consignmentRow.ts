import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { RegionCode } from '../countryPack.ts';
import {
  ConsignmentId,
  EquipmentReason,
  EquipmentSource,
  EquipmentState,
  Units,
  type Consignment,
} from './consignment.ts';
import { PlaceId, type Place } from './place.ts';
import { placeOf, stepsOf, type Standing } from './standing.ts';

/** A consignment as lists show it. */
export const ConsignmentRow = z.strictObject({
  consignmentId: ConsignmentId,
  source: EquipmentSource,
  equipmentType: z.string(),
  solutionId: z.optional(z.string()),
  units: Units,
  usdCents: z.int(),
  state: EquipmentState,
  since: Day,
  /** Where the units count: at their holder's, or where they are to go. */
  region: RegionCode,
  placeId: z.optional(PlaceId),
  /** Where they move on to from there. */
  destinationId: z.optional(PlaceId),
  /** Where a transfer is offered to. */
  offeredToId: z.optional(PlaceId),
  missingSince: z.optional(Day),
  faultySince: z.optional(Day),
  /** The day of the last event. */
  lastEventOn: Day,
  unused: z.optional(
    z.strictObject({
      kind: z.enum(['stored', 'notInUse']),
      since: Day,
      reason: z.optional(EquipmentReason),
    }),
  ),
});
export type ConsignmentRow = z.infer<typeof ConsignmentRow>;

/** The consignment as lists show it; undefined where all that was told of it is struck out. */
export function consignmentRow(consignment: Consignment): ConsignmentRow | undefined {
  const last = stepsOf(consignment).at(-1);
  if (!last) return undefined;
  const { standing } = last;
  const { consignmentId, source, equipmentType, solution, units, usdCents } = consignment;
  const { state, since, holder, destination, offeredTo, missingSince, faultySince, unused } = standing;
  const { placeId, region } = placeOf(standing);
  return {
    consignmentId,
    source,
    equipmentType,
    ...(solution && { solutionId: solution.solutionId }),
    units,
    usdCents,
    state,
    since,
    region,
    placeId,
    ...(holder && destination && { destinationId: destination.placeId }),
    ...(offeredTo && { offeredToId: offeredTo.placeId }),
    ...(missingSince && { missingSince }),
    ...(faultySince && { faultySince }),
    lastEventOn: last.event.date,
    ...(unused && { unused }),
  };
}

/** How the units of a row stand, as far as lists tell; `regionOf` knows the regions of the other places that it names. */
export function rowStanding(row: ConsignmentRow, regionOf: (placeId: PlaceId) => RegionCode): Standing {
  const { state, since, placeId, region, destinationId, offeredToId } = row;
  const { missingSince, faultySince, unused } = row;
  const place = { placeId: placeId ?? '', region };
  const at = (id: PlaceId): Place => ({ placeId: id, region: regionOf(id) });
  const isToCome = !destinationId && (state === 'planned' || state === 'shipped');
  return {
    state,
    since,
    ...(isToCome ? { destination: place } : { holder: place }),
    ...(destinationId && { destination: at(destinationId) }),
    ...(offeredToId && { offeredTo: at(offeredToId) }),
    ...(missingSince && { missingSince }),
    ...(faultySince && { faultySince }),
    ...(unused && { unused }),
  };
}
