import type { Caller } from '../caller.ts';
import type { Consignment } from '../equipment/consignment.ts';
import type { Donation } from '../equipment/donation.ts';
import { isEnded, placeOf, standingOf } from '../equipment/standing.ts';
import { ensureMay } from '../permissions.ts';

/** A consignment as it was planned, whatever parts it has become, with the units that have not ended. */
export interface Box {
  consignmentId: string;
  box: number;
  units: number;
}

/** The number of a consignment in its donation; its parts have the same. */
export function boxOf({ consignmentId }: Pick<Consignment, 'consignmentId'>): number {
  return Number(consignmentId.split('.')[1]);
}

/** What of a donation an id opens: all, or a consignment with its parts. */
export function inBox(consignments: Consignment[], box: number): Consignment[] {
  return box === 0 ? consignments : consignments.filter((one) => boxOf(one) === box);
}

/** The boxes of a donation by number, without those that have ended or were a mistake. */
export function boxesOf(consignments: Consignment[]): Box[] {
  const there = consignments.filter((one) => {
    const standing = standingOf(one);
    return standing && !isEnded(standing);
  });
  return [...Map.groupBy(there, boxOf)]
    .map(([box, parts]) => ({
      box,
      consignmentId: (parts[0]?.consignmentId ?? '').split('.').slice(0, 2).join('.'),
      units: parts.reduce((sum, { units }) => sum + units, 0),
    }))
    .sort((a, b) => a.box - b.box);
}

/**
 * Refuses whoever does not answer for all that a link would tell: for every region in which units of the donation are or are
 * to be, and for the nation as long as they are nowhere.
 */
export function ensureMayTrace(
  caller: Caller,
  { donorId }: Pick<Donation, 'donorId'>,
  consignments: Consignment[],
): void {
  const places = consignments.flatMap((one) => {
    const standing = standingOf(one);
    return standing ? [placeOf(standing)] : [];
  });
  const regions = places.length > 0 ? new Set(places.map(({ region }) => region)) : [undefined];
  for (const region of regions)
    ensureMay(caller, 'traceDonation', { ...(region && { region }), donorIds: [donorId] });
}
