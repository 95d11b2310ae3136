import * as z from 'zod/mini';
import { Caller, type Role } from '../domain/caller.ts';
import { Names } from '../domain/names.ts';
import { unlessChanged, type Item, type Write } from './write.ts';
import { unreadable, type UnreadableRow } from './unreadable.ts';
import type { Database } from './database.ts';

/** A person's account: what the token will say of them, and what the sign-in page of a demo does in the reader's language. */
export const Account = z.extend(Caller, {
  names: z.optional(Names),
  note: z.optional(z.union([z.string(), Names])),
});
export type Account = z.infer<typeof Account>;

/** Saves an account as it is given. */
export function accountWrite(account: Account): Write & { kind: 'put' } {
  return { table: 'accounts', kind: 'put', item: account };
}

export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The account; undefined also when it cannot be read. */
  async find(accountId: string): Promise<Account | undefined> {
    const [item] = await this.#database.get([{ table: 'accounts', key: { accountId } }]);
    return this.#readable(item ? [item] : [])[0];
  }

  /** The accounts of a role; one that cannot be read is left out. */
  async ofRole(role: Role): Promise<Account[]> {
    const items = await this.#database.query('accounts', { index: 'byRole', key: 'role', equals: role });
    return this.#readable(items);
  }

  #readable(items: Item[]): Account[] {
    return this.#database.readable('accounts', items, (item) => Account.parse(item));
  }

  /** Accounts that cannot be read, for maintenance alone. */
  async unreadable(): Promise<UnreadableRow[]> {
    const rows: UnreadableRow[] = [];
    for await (const item of this.#database.scan('accounts')) {
      const { error } = Account.safeParse(item);
      if (error) rows.push(unreadable('accounts', item, error));
    }
    return rows;
  }

  /** Managers without regions reached the whole country in release 0.1, and are to go on doing so. */
  async giveManagersTheCountry(): Promise<void> {
    for await (const item of this.#database.scan('accounts')) {
      const account = Account.safeParse(item);
      if (!account.success || account.data.role !== 'manager' || account.data.regions) continue;
      const write = accountWrite({ ...account.data, regions: 'all' });
      const isAsBefore = { condition: '#role = :role AND attribute_not_exists(#regions)' };
      const names = { '#role': 'role', '#regions': 'regions' };
      await unlessChanged(
        this.#database.transact([{ ...write, ...isAsBefore, names, values: { ':role': account.data.role } }]),
      );
    }
  }
}
