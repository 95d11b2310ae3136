import type { Adoption } from '../../domain/solution/adoption.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { consignmentContributions } from '../../domain/equipment/consignmentContributions.ts';
import { placesIn } from '../../domain/equipment/consignmentRules.ts';
import { equippedFacility } from '../../domain/equipment/equippedFacility.ts';
import { isWarehouse, type Place } from '../../domain/equipment/place.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import type { Site } from '../dueReports.ts';
import { aidReceivedCents, lastMonth } from '../publishedFigures.ts';
import type { FacilityEvent } from '../timeline.ts';
import { ukraineStory } from '../people.ts';
import { sampleWarehouses } from '../warehouses.ts';
import { boughtBeside } from './boughtBeside.ts';
import { checklists } from './checklists.ts';
import { giftsOf, inTurn, plannedOf, type Gift } from './gifts.ts';
import { solutionKits } from './solutionKits.ts';
import { furtherKits, movingOn, unannounced } from './stories.ts';
import { toldOf } from './told.ts';
import { unitsAfter, type UnitsEvent, type UnitsStory } from './unitsEvent.ts';
import { boughtKit, usualKit } from './usualKit.ts';

/** All equipment of the sample. */
export interface SampleAid {
  gifts: Gift[];
  atFacility: Map<string, UnitsStory>;
  /** What went on from a warehouse, and between facilities: told when all facilities' own stories are. */
  movedOn: UnitsStory;
  /** What facilities can use with it. */
  adoptions: Map<string, Adoption[]>;
  /** What heads have found of what it needs at their facilities. */
  checklists: Map<string, FacilityEvent[]>;
}

/** The equipment of these facilities: the same each time, and the aid received is the published sum. */
export function sampleAid(sites: Site[], pack: CountryPack, solutions: Solution[]): SampleAid {
  const world = { pack, solutions, places: placesOf(sites), story: ukraineStory };
  const allotments = inTurn([...sites.flatMap(usualKit), ...solutionKits(sites), ...furtherKits(sites)]);
  const told = [
    ...toldOf(allotments, sites),
    ...sites.flatMap(boughtKit),
    ...unannounced(sites),
    ...boughtBeside(allotments, sites, solutions),
  ];
  const [stored, own] = [told.filter(isWarehouse), told.filter((event) => !isWarehouse(event))];
  const further = [...stored, ...movingOn(sites, allotments)];
  const plannedWith = (value: number) => giftsOf(allotments, value).flatMap((gift) => plannedOf(gift, world));
  const after = (planned: Consignment[]) => [
    ...unitsAfter({ planned, events: [...own, ...further] }, world.places).values(),
  ];
  const value = closingValue(after(plannedWith(0)), pack);
  const planned = plannedWith(value);
  const gifts = giftsOf(allotments, value);
  const pledges = gifts.map(({ pledge }) => pledge);
  return {
    gifts,
    atFacility: byPlace(planned, own),
    movedOn: { planned: planned.filter((one) => isWarehouse({ placeId: placeIdOf(one) })), events: further },
    adoptions: adoptionsOf(sites, after(planned)),
    checklists: checklists(allotments, pledges, sites),
  };
}

/** The places of the sample, as consignments remember them. */
export function placesOf(sites: Pick<Site, 'profile'>[]): Map<string, Place> {
  const places = [
    ...sites.map(({ profile: { facilityId, region } }) => ({ placeId: facilityId, region })),
    ...sampleWarehouses.map(({ warehouseId, region }) => ({ placeId: warehouseId, region })),
  ];
  return new Map(places.map((place) => [place.placeId, place]));
}

/** What the closing unit must be worth, in US cents, so that with it the aid received is the published sum. */
export function closingValue(othersReceived: Consignment[], pack: CountryPack): number {
  const received = othersReceived
    .flatMap((one) => consignmentContributions(one, pack))
    .filter(({ scope, month }) => scope === 'country' && month <= lastMonth)
    .reduce((sum, { amounts }) => sum + (amounts['aidReceivedUsd'] ?? 0), 0);
  if (received >= aidReceivedCents)
    throw new Error(`Without the closing unit ${received} cents are received.`);
  return aidReceivedCents - received;
}

function byPlace(planned: Consignment[], events: UnitsEvent[]): Map<string, UnitsStory> {
  const plannedFor = Map.groupBy(planned, placeIdOf);
  const eventsAt = Map.groupBy(events, ({ placeId }) => placeId);
  const all = new Set([...plannedFor.keys(), ...eventsAt.keys()]);
  return new Map(
    [...all].map((placeId) => [
      placeId,
      { planned: plannedFor.get(placeId) ?? [], events: eventsAt.get(placeId) ?? [] },
    ]),
  );
}

/** The place that a consignment was first planned for. */
function placeIdOf(consignment: Consignment): string {
  return placesIn(consignment)[0] ?? '';
}

function adoptionsOf(sites: Site[], consignments: Consignment[]): Map<string, Adoption[]> {
  const atPlace = Map.groupBy(
    consignments.filter(({ solution }) => solution),
    placeIdOf,
  );
  return new Map(
    sites.map(({ profile, stages }) => {
      const own = atPlace.get(profile.facilityId) ?? [];
      const equipped = equippedFacility({ ...profile, version: 1, stages }, own);
      return [profile.facilityId, equipped?.adoptions ?? []];
    }),
  );
}
