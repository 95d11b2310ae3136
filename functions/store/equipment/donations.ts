import type { CountryPack } from '../../domain/countryPack.ts';
import { Donation } from '../../domain/equipment/donation.ts';
import { donationContributions } from '../../domain/equipment/donationContributions.ts';
import type { Donor } from '../../domain/equipment/donor.ts';
import { commitChange, type Change, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { recordChange, versionedPut, type RecordKind } from '../recordKind.ts';
import { solutionKey } from '../solution/solutions.ts';
import type { Item, Key } from '../write.ts';
import { donorFrom, donorKey } from './donors.ts';

/** Donations as records that progress is made of. */
export const donationKind: RecordKind<Donation> = {
  name: 'donations',
  table: 'donations',
  subjectOf: ({ donationId }) => donationSubject(donationId),
  shardBy: ({ donationId }) => donationId,
  from: donationFrom,
  parse: (kept) => Donation.parse(kept),
  write: (donation, { country }) => versionedPut('donations', { country, ...donation }, donation.version),
  contributions: donationContributions,
};

/** The subject of a donation's history. */
export const donationSubject = (donationId: string) => `donation#${donationId}`;

/** Where a donation is kept. */
export function donationKey(
  { country }: Pick<CountryPack, 'country'>,
  donationId: string,
): { table: 'donations'; key: Key } {
  return { table: 'donations', key: { country, donationId } };
}

/** The record without the key that keeps all of them together. */
export function donationFrom({ country: _, ...donation }: Item): Donation {
  return Donation.parse(donation);
}

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

export class Donations {
  readonly #database: Database;
  readonly #pack: CountryPack;

  constructor(database: Database, pack: CountryPack) {
    this.#database = database;
    this.#pack = pack;
  }

  /** One donation, or undefined. */
  async find(donationId: string): Promise<Donation | undefined> {
    const [item] = await this.#database.get([donationKey(this.#pack, donationId)]);
    return this.#readable(item ? [item] : [])[0];
  }

  /** All of them, by identifier. */
  async all(): Promise<Donation[]> {
    return this.#donations({ key: 'country', equals: this.#pack.country, isConsistent: true });
  }

  /** Those of a donor, the oldest pledge first. */
  async ofDonor(donorId: string): Promise<Donation[]> {
    return this.#donations({ index: 'byDonor', key: 'donorId', equals: donorId });
  }

  async #donations(query: Parameters<Database['query']>[1]): Promise<Donation[]> {
    return this.#readable(await this.#database.query('donations', query));
  }

  #readable(items: Item[]): Donation[] {
    return this.#database.readable('donations', items, donationFrom);
  }
}
