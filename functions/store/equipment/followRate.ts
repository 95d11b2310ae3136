import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { placesIn } from '../../domain/equipment/consignmentRules.ts';
import { lineIn, type Donation } from '../../domain/equipment/donation.ts';
import { isBehindRate } from '../../domain/equipment/lineUnits.ts';
import { followRate } from '../../domain/equipment/rateCorrection.ts';
import { standingOf } from '../../domain/equipment/standing.ts';
import { ensureFound } from '../../domain/permissions.ts';
import { commitChange, unlessWrongState, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { recordChange } from '../recordKind.ts';
import {
  Consignments,
  consignmentFrom,
  consignmentKey,
  consignmentKind,
  consignmentSubject,
} from './consignments.ts';
import { readPlaces } from './places.ts';
import { equippedChanges } from './changeConsignment.ts';
import { Donations, donationFrom, donationKey, donationKind } from './donations.ts';

/** A line of a donation. */
export interface NamedLine {
  donationId: string;
  lineId: string;
}

/** How many consignments follow in one request: it must end before its function does. */
const mostAtOnce = 50;

/**
 * Lets consignments follow the corrected rate of their line, each in a transaction of its own, under the key
 * `<key>-<consignment>`. There may be more than one request takes: the line says how many are still behind, and whoever
 * asks again goes on with them. Answers the donation as it is then.
 */
export async function letConsignmentsFollow(
  database: Database,
  pack: CountryPack,
  { donationId, lineId }: NamedLine,
  command: Command,
  most = mostAtOnce,
): Promise<Donation> {
  const donations = new Donations(database, pack);
  const found = await donations.find(donationId);
  ensureFound(found, 'writeDonation');
  const line = lineIn(found, lineId);
  if (!line.behind) return found;
  const isLeft = (one: Consignment) =>
    one.source.kind === 'donation' &&
    one.source.lineId === lineId &&
    isBehindRate(line, one) &&
    standingOf(one) !== undefined;
  for (const { consignmentId } of await new Consignments(database).firstOfDonation(donationId, isLeft, most))
    await letFollow(database, pack, donationId, consignmentId, command).catch(unlessWrongState);
  const after = await donations.find(donationId);
  ensureFound(after, 'writeDonation');
  return after;
}

/** One consignment follows; its donation and the facilities where it was know. */
function letFollow(
  database: Database,
  pack: CountryPack,
  donationId: string,
  consignmentId: string,
  command: Command,
): Promise<Consignment> {
  return commitChange(
    database,
    pack,
    {
      kind: consignmentKind,
      subject: consignmentSubject(consignmentId),
      read: async () => {
        const [consignment, donation] = await database.get([
          consignmentKey(consignmentId),
          donationKey(pack, donationId),
        ]);
        const known = consignment && consignmentFrom(consignment);
        const { facilities } = await readPlaces(database, known ? placesIn(known) : []);
        return { consignment: known, facilities, donation: donation && donationFrom(donation) };
      },
      recordIn: ({ consignment }) => consignment,
      authorise: () => undefined,
      decide: ({ consignment, facilities, donation }) => {
        ensureFound(consignment, 'readEquipment');
        ensureFound(donation, 'readDonation');
        const followed = followRate(donation, consignment);
        return [
          recordChange(consignmentKind, consignment, followed.consignment),
          recordChange(donationKind, donation, followed.donation),
          ...equippedChanges(facilities, [followed.consignment]),
        ];
      },
      shown: (consignment) => consignment,
      guards: 'state',
    },
    {
      ...withoutReason(command),
      action: 'followRate',
      idempotencyKey: `${command.idempotencyKey}-${consignmentId}`,
    },
  );
}

/** Why is told once, in the donation's history. */
const withoutReason = ({ reason: _, ...command }: Command): Command => command;
