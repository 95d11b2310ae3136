import type { Instant } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { registerDonation } from '../../domain/equipment/agreement.ts';
import type { Place } from '../../domain/equipment/place.ts';
import { planUnits, type PlannedUnits } from '../../domain/equipment/planUnits.ts';
import { termsOf, type Solution } from '../../domain/solution/solution.ts';
import type { Story } from '../story.ts';
import { samplePledges, type Pledge } from './agreements.ts';
import type { Allotment } from './allotment.ts';

/** A donation, and what of it is planned for which place, in this order. */
export interface Gift {
  pledge: Pledge;
  plans: (PlannedUnits & { at: Instant })[];
}

/** What the rules ask of the world around equipment. */
export interface World {
  pack: CountryPack;
  /** The solutions as they are when units are planned. */
  solutions: Solution[];
  places: ReadonlyMap<string, Place>;
  story: Pick<Story, 'manager' | 'today'>;
}

/** An allotment with the number that its consignment gets. */
export interface Numbered extends Allotment {
  consignmentId: string;
}

/** Each donation's allotments in the order of their plans, numbered by it. */
export function inTurn(allotments: Allotment[]): Numbered[] {
  const byDonation = Map.groupBy(
    allotments.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    ({ donationId }) => donationId,
  );
  return [...byDonation].flatMap(([donationId, own]) =>
    own.map((allotment, index) => ({ ...allotment, consignmentId: `${donationId}.${index + 1}` })),
  );
}

const keyOf = ({ days, placeId, lineId }: Allotment): string => [days.planned, placeId, lineId].join(' ');

/** The sample's donations with their plans; `closingValue` is what the closing unit is worth, in US cents. */
export function giftsOf(allotments: Numbered[], closingValue: number): Gift[] {
  const byDonation = Map.groupBy(allotments, ({ donationId }) => donationId);
  return samplePledges(closingValue).map((pledge) => ({
    pledge,
    plans: (byDonation.get(pledge.donationId) ?? []).map(({ lineId, placeId, units, days: { planned } }) => ({
      lineId,
      placeId,
      units,
      date: planned,
      at: `${planned}T08:40:00Z`,
    })),
  }));
}

/** The consignments that a gift's plans make, by the domain's own rules. */
export function plannedOf({ pledge, plans }: Gift, { pack, solutions, places, story }: World): Consignment[] {
  const { donationId, donorId, agreement } = pledge;
  const known = solutions.map(({ solutionId }) => solutionId);
  const on = { pack, today: story.today, solutions: known };
  let donation = registerDonation({ donationId, donorId }, agreement, on);
  return plans.map(({ at, ...row }) => {
    const { solutionId } = agreement.lines.find(({ lineId }) => lineId === row.lineId) ?? {};
    const solution = solutions.find((one) => one.solutionId === solutionId);
    const kept = solution && { solutionId: solution.solutionId, terms: termsOf(solution) };
    const planned = planUnits(donation, row, kept, { by: story.manager, at, today: row.date, places });
    donation = planned.donation;
    return planned.consignment;
  });
}
