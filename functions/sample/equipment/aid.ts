import type { Adoption } from '../../domain/adoption.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { consignmentContributions } from '../../domain/equipment/consignmentContributions.ts';
import { placesIn } from '../../domain/equipment/consignmentRules.ts';
import { registerDonation } from '../../domain/equipment/donation.ts';
import { equippedFacility } from '../../domain/equipment/equippedFacility.ts';
import { isWarehouse, type Place } from '../../domain/equipment/place.ts';
import { planUnits, type PlannedUnits } from '../../domain/equipment/planUnits.ts';
import { termsOf, type Solution } from '../../domain/solution.ts';
import type { Site } from '../dueReports.ts';
import { headOf, manager, reviewerOf } from '../people.ts';
import { aidReceivedCents, lastMonth, sampleToday } from '../publishedFigures.ts';
import { sampleWarehouses } from '../warehouses.ts';
import { closing, samplePledges, type Pledge } from './agreements.ts';
import { dayOf, storyOf, type Allotment, type Told } from './allotment.ts';
import { solutionKits } from './solutionKits.ts';
import { furtherKits, movingOn, unannounced } from './stories.ts';
import { unitsAfter, type UnitsEvent } from './unitsEvent.ts';
import { boughtKit, usualKit } from './usualKit.ts';

/** A donation, and what of it is planned for which place, in this order. */
export interface Gift {
  pledge: Pledge;
  plans: (PlannedUnits & { at: Instant })[];
}

/** All equipment of the sample. */
export interface SampleAid {
  gifts: Gift[];
  /** What happened at each facility, and the consignments that were planned for it before. */
  atFacility: Map<string, { planned: Consignment[]; events: UnitsEvent[] }>;
  /** What moved on between places, told when all facilities' own stories are. */
  movedOn: UnitsEvent[];
  /** What facilities can use with it. */
  adoptions: Map<string, Adoption[]>;
}

/** The equipment of these facilities: the same each time, and the aid received is the published sum. */
export function sampleAid(sites: Site[], pack: CountryPack, solutions: Solution[]): SampleAid {
  const world = { pack, solutions, places: placesOf(sites) };
  const allotments = inTurn([...sites.flatMap(usualKit), ...solutionKits(sites), ...furtherKits(sites)]);
  const told = storiesOf(sites, allotments);
  const movedOn = [...told.filter(isWarehouse), ...movingOn(sites, (made) => idOf(allotments, made))];
  const begunWith = (value: number) => giftsOf(allotments, value).flatMap((gift) => begun(gift, world));
  const after = (planned: Consignment[]) =>
    unitsAfter([...told.filter((event) => !isWarehouse(event)), ...movedOn], planned, world.places);
  const value = aidReceivedCents - received([...after(begunWith(0)).values()], pack);
  if (value <= 0) throw new Error(`The closing unit would be worth ${value} cents.`);
  const planned = begunWith(value);
  const atPlace = Map.groupBy(planned, (one) => placesIn(one)[0]);
  const eventsAt = Map.groupBy(told, ({ placeId }) => placeId);
  return {
    gifts: giftsOf(allotments, value),
    atFacility: new Map(
      sites.map(({ profile: { facilityId } }) => [
        facilityId,
        { planned: atPlace.get(facilityId) ?? [], events: eventsAt.get(facilityId) ?? [] },
      ]),
    ),
    movedOn,
    adoptions: adoptionsOf(sites, [...after(planned).values()]),
  };
}

function placesOf(sites: Site[]): Map<string, Place> {
  return new Map([
    ...sites.map(
      ({ profile: { facilityId, region } }) => [facilityId, { placeId: facilityId, region }] as const,
    ),
    ...sampleWarehouses.map(
      ({ warehouseId, region }) => [warehouseId, { placeId: warehouseId, region }] as const,
    ),
  ]);
}

interface Numbered extends Allotment {
  consignmentId: string;
}

/** Each donation's allotments in the order of their plans, with the numbers that the consignments get by it. */
function inTurn(allotments: Allotment[]): Numbered[] {
  const byDonation = Map.groupBy(
    allotments.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    ({ donationId }) => donationId,
  );
  return [...byDonation].flatMap(([donationId, own]) =>
    own.map((allotment, index) => ({ ...allotment, consignmentId: `${donationId}.${index + 1}` })),
  );
}

const keyOf = ({ days, placeId, lineId }: Allotment): string => [days.planned, placeId, lineId].join(' ');

function idOf(
  allotments: Numbered[],
  made: { donationId: string; lineId: string; placeId: string; units: number },
): string {
  const found = allotments.find(
    ({ donationId, lineId, placeId, units }) =>
      donationId === made.donationId &&
      lineId === made.lineId &&
      placeId === made.placeId &&
      units === made.units,
  );
  if (!found) throw new Error(`Nothing of ${made.donationId} is planned for ${made.placeId}.`);
  return found.consignmentId;
}

function giftsOf(allotments: Numbered[], closingValue: number): Gift[] {
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

interface World {
  pack: CountryPack;
  solutions: Solution[];
  places: ReadonlyMap<string, Place>;
}

/** The consignments that a gift's plans make, by the domain's own rules. */
function begun({ pledge, plans }: Gift, { pack, solutions, places }: World): Consignment[] {
  const { donationId, donorId, agreement } = pledge;
  const known = solutions.map(({ solutionId }) => solutionId);
  let donation = registerDonation({ donationId, donorId }, agreement, {
    pack,
    today: sampleToday,
    solutions: known,
  });
  return plans.map(({ at, ...row }) => {
    const { solutionId } = agreement.lines.find(({ lineId }) => lineId === row.lineId) ?? {};
    const solution = solutions.find((one) => one.solutionId === solutionId);
    const kept = solution && { solutionId: solution.solutionId, terms: termsOf(solution) };
    const planned = planUnits(donation, row, kept, { by: manager, at, today: row.date, places });
    donation = planned.donation;
    return planned.consignment;
  });
}

function storiesOf(sites: Site[], allotments: Numbered[]): UnitsEvent[] {
  const profiles = new Map(sites.map(({ profile }) => [profile.facilityId, profile]));
  const ofDonations = allotments.flatMap((allotment) => {
    const profile = profiles.get(allotment.placeId);
    const people = {
      mover: profile ? reviewerOf(profile) : manager,
      head: profile ? headOf(profile) : manager,
    };
    return storyOf(allotment).map((step, index) => eventOf(allotment, step, people[step.by], index));
  });
  return [...ofDonations, ...sites.flatMap(boughtKit), ...unannounced(sites)];
}

function eventOf(
  { consignmentId: whole, placeId }: Numbered,
  step: Told,
  by: UnitsEvent['by'],
  index: number,
): UnitsEvent {
  const at = `${dayOf(step)}T${String(9 + index).padStart(2, '0')}:${String(10 + ((7 * index + whole.length) % 49))}:00Z`;
  const consignmentId = step.part ? `${whole}.${step.part}` : whole;
  const happening = { consignmentId, placeId, at, by };
  return 'event' in step
    ? { ...happening, action: 'addEvent', event: step.event }
    : { ...happening, action: 'receive', receipt: step.receipt };
}

/** The aid that the country had received by the end of the last month, in US cents. */
function received(consignments: Consignment[], pack: CountryPack): number {
  return consignments
    .flatMap((one) => consignmentContributions(one, pack))
    .filter(({ scope, month }) => scope === 'country' && month <= lastMonth)
    .reduce((sum, { amounts }) => sum + (amounts['aidReceivedUsd'] ?? 0), 0);
}

function adoptionsOf(sites: Site[], consignments: Consignment[]): Map<string, Adoption[]> {
  const byPlace = new Map<string, Consignment[]>();
  for (const one of consignments)
    for (const placeId of placesIn(one)) byPlace.set(placeId, [...(byPlace.get(placeId) ?? []), one]);
  return new Map(
    sites.map(({ profile, stages }) => {
      const own = byPlace.get(profile.facilityId) ?? [];
      const equipped = equippedFacility({ ...profile, version: 1, stages }, own);
      return [profile.facilityId, equipped?.adoptions ?? []];
    }),
  );
}
