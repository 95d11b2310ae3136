import * as z from 'zod/mini';
import { Caller, type Role } from '../domain/caller.ts';
import type { Database, Write } from './database.ts';

/** A person's account: what the token will say of them, and a note for the sign-in page of a demo. */
export const Account = z.extend(Caller, { note: z.optional(z.string()) });
export type Account = z.infer<typeof Account>;

/** Saves an account as it is given. */
export function accountWrite(account: Account): Write {
  return { table: 'accounts', kind: 'put', item: account };
}

export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The account, or undefined. */
  async find(accountId: string): Promise<Account | undefined> {
    const [item] = await this.#database.get([{ table: 'accounts', key: { accountId } }]);
    return item && Account.parse(item);
  }

  /** The accounts of a role. */
  async ofRole(role: Role): Promise<Account[]> {
    const items = await this.#database.query('accounts', { index: 'byRole', key: 'role', equals: role });
    return items.map((item) => Account.parse(item));
  }
}
