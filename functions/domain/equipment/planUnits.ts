import type { Consignment } from './consignment.ts';
import { beginConsignment, type Telling } from './consignmentRules.ts';
import { takeUnits, type Donation, type DonationPlan } from './donation.ts';

/** One row of a plan: units of a line for one place. */
export type PlannedUnits = Omit<DonationPlan, 'rows'> & { placeId: string; units: number };

/** Takes units of a donation's line for a place: the donation as it is then, and the new consignment. */
export function planUnits(
  donation: Donation,
  { lineId, placeId, units, date, ...facts }: PlannedUnits,
  solution: Consignment['solution'],
  telling: Telling,
): { donation: Donation; consignment: Consignment } {
  const { after, line, usdCents } = takeUnits(donation, lineId, units);
  const { donationId, donorId } = donation;
  const begun = {
    consignmentId: newestConsignmentId(after),
    source: { kind: 'donation' as const, donationId, donorId, lineId },
    equipmentType: line.equipmentType,
    ...(solution && { solution }),
    units,
    usdCents,
    ...(line.rateCorrections && { rateCorrections: line.rateCorrections }),
    ...facts,
  };
  return {
    donation: after,
    consignment: beginConsignment(begun, [{ kind: 'planned', date, to: placeId }], telling),
  };
}

/** The donation of which a consignment is, by its number. */
export function donationIdIn(consignmentId: string): string {
  return consignmentId.split('.')[0] ?? consignmentId;
}

/** The consignment that was last made of a donation. */
export function newestConsignmentId({
  donationId,
  consignments,
}: Pick<Donation, 'donationId' | 'consignments'>): string {
  return `${donationId}.${consignments}`;
}
