import type { CountryPack } from '../../domain/countryPack.ts';
import { Donor } from '../../domain/equipment/donor.ts';
import type { Command } from '../change.ts';
import { changeRecord, type RecordRules } from '../changeRecord.ts';
import type { Database } from '../database.ts';
import { versionedPut, type RecordKind } from '../recordKind.ts';
import type { Item, Key } from '../write.ts';

/** Donors as records; they add nothing to progress themselves. */
export const donorKind: RecordKind<Donor> = {
  name: 'donors',
  table: 'donors',
  subjectOf: ({ donorId }) => donorSubject(donorId),
  shardBy: ({ donorId }) => donorId,
  from: donorFrom,
  parse: (kept) => Donor.parse(kept),
  write: (donor, { country }) => versionedPut('donors', { country, ...donor }, donor.version),
  contributions: () => [],
};

/** The subject of a donor's history. */
export const donorSubject = (donorId: string) => `donor#${donorId}`;

/** Where a donor is kept. */
export function donorKey(
  { country }: Pick<CountryPack, 'country'>,
  donorId: string,
): { table: 'donors'; key: Key } {
  return { table: 'donors', key: { country, donorId } };
}

/** The record without the key that keeps all of them together. */
export function donorFrom({ country: _, ...donor }: Item): Donor {
  return Donor.parse(donor);
}

/** Does one command on a donor. */
export function changeDonor(
  database: Database,
  pack: CountryPack,
  donorId: string,
  command: Command,
  rules: RecordRules<Donor>,
): Promise<Donor> {
  const { key } = donorKey(pack, donorId);
  return changeRecord(
    database,
    pack,
    { kind: donorKind, subject: donorSubject(donorId), key },
    command,
    rules,
  );
}

export class Donors {
  readonly #database: Database;
  readonly #pack: CountryPack;

  constructor(database: Database, pack: CountryPack) {
    this.#database = database;
    this.#pack = pack;
  }

  /** One donor, or undefined. */
  async find(donorId: string): Promise<Donor | undefined> {
    const [item] = await this.#database.get([donorKey(this.#pack, donorId)]);
    return this.#readable(item ? [item] : [])[0];
  }

  /** All of them, by identifier: they are few. */
  async all(): Promise<Donor[]> {
    const query = { key: 'country', equals: this.#pack.country, isConsistent: true };
    return this.#readable(await this.#database.query('donors', query));
  }

  #readable(items: Item[]): Donor[] {
    return this.#database.readable('donors', items, donorFrom);
  }
}
