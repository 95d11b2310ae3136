import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { placesIn, type Changed } from '../../domain/equipment/consignmentRules.ts';
import { giveBack, type Donation } from '../../domain/equipment/donation.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import { equippedFacility } from '../../domain/equipment/equippedFacility.ts';
import { donationIdIn } from '../../domain/equipment/planUnits.ts';
import { standingOf } from '../../domain/equipment/standing.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { facilityKind, sameFacilityCheck } from '../facility/facilities.ts';
import { recordChange, type RecordChange } from '../recordKind.ts';
import { consignmentHolds, facilityHolds } from '../solution/solutionHolders.ts';
import {
  consignmentFrom,
  consignmentKey,
  consignmentKind,
  consignmentSubject,
  placeWrites,
} from './consignments.ts';
import { donationFrom, donationKey, donationKind } from './donations.ts';
import { placeKey, readPlaces, surroundingsOf, type Surroundings } from './places.ts';

/** The consignment that a command is about, its places and its donation. */
export interface ConsignmentContext extends Surroundings {
  consignment: Consignment | undefined;
  donation: Donation | undefined;
}

interface ConsignmentRules {
  authorise: (context: ConsignmentContext) => void;
  decide: (context: ConsignmentContext) => Changed;
  /** The places that the command names: where the units are or go, as whoever tells of it knows. */
  placeIds: string[];
  /** Whether it is asked what the donation allows, or units may go back to its line. */
  withDonation?: boolean;
  /** The `version` where what is known of the units is replaced, and not something added to it. */
  guards?: 'version' | 'state';
}

/**
 * Does one command on a consignment. The parts that split off, what facilities can use with it, and what goes back to
 * its donation move with it. Costs one read and one transaction where the command names all places of the log.
 */
export function changeConsignment(
  database: Database,
  pack: CountryPack,
  consignmentId: string,
  command: Command,
  { authorise, decide, placeIds, withDonation = false, guards = 'state' }: ConsignmentRules,
): Promise<Consignment> {
  return commitChange(
    database,
    pack,
    {
      kind: consignmentKind,
      subject: consignmentSubject(consignmentId),
      read: () => readCase(database, pack, { consignmentId, placeIds, withDonation }),
      recordIn: ({ consignment }) => consignment,
      authorise,
      decide: (context) => changesOf(context, decide(context)),
      shown: (consignment) => consignment,
      guards,
    },
    command,
  );
}

async function readCase(
  database: Database,
  pack: CountryPack,
  {
    consignmentId,
    placeIds,
    withDonation,
  }: { consignmentId: string; placeIds: string[]; withDonation: boolean },
): Promise<ConsignmentContext> {
  const named = [...new Set(placeIds)];
  const [item, ...others] = await database.get([
    consignmentKey(consignmentId),
    ...named.map(placeKey),
    ...(withDonation ? [donationKey(pack, donationIdIn(consignmentId))] : []),
  ]);
  const consignment = item && consignmentFrom(item);
  const { places, facilities } = surroundingsOf(named, others);
  const unnamed = consignment ? placesIn(consignment).filter((placeId) => !named.includes(placeId)) : [];
  const more = await readPlaces(database, unnamed);
  const donation = others[named.length];
  return {
    consignment,
    places: new Map([...places, ...more.places]),
    facilities: [...facilities, ...more.facilities],
    donation: donation && donationFrom(donation),
  };
}

/** The consignment, its parts, the facilities that can use more or less with them, and the donation that gets units back. */
function changesOf(
  { consignment, facilities, donation }: ConsignmentContext,
  { after, parts }: Changed,
): [RecordChange<Consignment>, ...RecordChange[]] {
  // Facilities to which nothing happens are, and stay in the regions, as they were when this was decided.
  const unchanged = facilities
    .filter((facility) => !equippedFacility(facility, [after, ...parts]))
    .map(sameFacilityCheck);
  return [
    recordChange(consignmentKind, consignment, after, [
      ...placeWrites(consignment, after),
      ...consignmentHolds(consignment, after),
      ...unchanged,
    ]),
    ...parts.map((part) =>
      recordChange(consignmentKind, undefined, part, [
        ...placeWrites(undefined, part),
        ...consignmentHolds(undefined, part),
      ]),
    ),
    ...equippedChanges(facilities, [after, ...parts]),
    ...givenBack(donation, after),
  ];
}

/** The facilities that can use more or less with consignments, or with units that are worth something else. */
export function equippedChanges(facilities: Facility[], consignments: Consignment[]): RecordChange[] {
  return facilities.flatMap((facility) => {
    const now = equippedFacility(facility, consignments);
    return now ? [recordChange(facilityKind, facility, now, facilityHolds(facility, now))] : [];
  });
}

/** What is struck out wholly goes back to its line. */
function givenBack(donation: Donation | undefined, after: Consignment): RecordChange[] {
  const { source } = after;
  if (!donation || source.kind !== 'donation' || standingOf(after)) return [];
  return [recordChange(donationKind, donation, giveBack(donation, source.lineId, after))];
}
