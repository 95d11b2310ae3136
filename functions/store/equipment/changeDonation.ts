import type { CountryPack } from '../../domain/countryPack.ts';
import type { Donation } from '../../domain/equipment/donation.ts';
import type { Donor } from '../../domain/equipment/donor.ts';
import { commitChange, type Change, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { recordChange } from '../recordKind.ts';
import { solutionKey } from '../solution/solutions.ts';
import { donationFrom, donationKey, donationKind, donationSubject } from './donations.ts';
import { donorFrom, donorKey } from './donors.ts';

/** A donation, and what there is of what its agreement names. */
export interface DonationContext {
  donation: Donation | undefined;
  donor: Donor | undefined;
  solutions: string[];
}

interface DonationRules {
  authorise: (context: DonationContext) => void;
  decide: (context: DonationContext) => Donation;
  /** The donor and the solutions that the agreement names. */
  names?: { donorId?: string; solutionIds: string[] };
  /** What may have changed since the caller looked: nothing, or what does not matter to the command. */
  guards?: Change<never, never>['guards'];
}

/** Does one command on a donation. */
export function changeDonation(
  database: Database,
  pack: CountryPack,
  donationId: string,
  command: Command,
  { authorise, decide, names = { solutionIds: [] }, guards = 'version' }: DonationRules,
): Promise<Donation> {
  const solutionIds = [...new Set(names.solutionIds)];
  const donors = names.donorId === undefined ? [] : [donorKey(pack, names.donorId)];
  return commitChange(
    database,
    pack,
    {
      kind: donationKind,
      subject: donationSubject(donationId),
      read: async (): Promise<DonationContext> => {
        const [item, ...named] = await database.get([
          donationKey(pack, donationId),
          ...solutionIds.map((solutionId) => solutionKey(pack, solutionId)),
          ...donors,
        ]);
        const donor = named[solutionIds.length];
        return {
          donation: item && donationFrom(item),
          donor: donor && donorFrom(donor),
          solutions: solutionIds.filter((_, index) => named[index]),
        };
      },
      recordIn: ({ donation }) => donation,
      authorise,
      decide: (context) => [recordChange(donationKind, context.donation, decide(context))],
      shown: (donation) => donation,
      guards,
    },
    command,
  );
}
