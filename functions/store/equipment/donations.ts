import type { CountryPack } from '../../domain/countryPack.ts';
import { Donation } from '../../domain/equipment/donation.ts';
import { donationContributions } from '../../domain/equipment/donationContributions.ts';
import type { Database } from '../database.ts';
import { versionedPut, type RecordKind } from '../recordKind.ts';
import type { Item, Key } from '../write.ts';

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
