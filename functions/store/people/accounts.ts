import type { Role } from '../../domain/caller.ts';
import { Account, type GivenAccount } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import type { RecordKind } from '../recordKind.ts';
import { unlessChanged, type Item, type Key, type Write } from '../write.ts';

/** Accounts as records; none of them adds to progress. */
export const accountKind: RecordKind<Account> = {
  name: 'accounts',
  table: 'accounts',
  subjectOf: ({ accountId }) => accountSubject(accountId),
  shardBy: ({ accountId }) => accountId,
  from: (item) => Account.parse(item),
  parse: (kept) => Account.parse(kept),
  write: versionWrite,
  contributions: () => [],
};

/** Whose history an account's is. */
export function accountSubject(accountId: string): string {
  return `account#${accountId}`;
}

/** Where an account is kept. */
export function accountKey(accountId: string): { table: 'accounts'; key: Key } {
  return { table: 'accounts', key: { accountId } };
}

/** Saves an account as it is given, whatever was there. */
export function accountWrite(account: GivenAccount): Write & { kind: 'put' } {
  return { table: 'accounts', kind: 'put', item: account };
}

/** Saves an account on top of the version it was based on; that of the first releases is 1 without saying so. */
function versionWrite(account: Account): Write {
  if (account.version === 1)
    return { ...accountWrite(account), condition: 'attribute_not_exists(accountId)' };
  const basedOn = account.version - 1;
  const isAsBefore = '#version = :basedOn';
  const isUncounted = '(attribute_exists(accountId) AND attribute_not_exists(#version))';
  return {
    ...accountWrite(account),
    condition: basedOn === 1 ? `${isAsBefore} OR ${isUncounted}` : isAsBefore,
    names: { '#version': 'version' },
    values: { ':basedOn': basedOn },
  };
}

/** Nothing is written unless this is an active administrator's account: a token may outlast the rights that it tells of. */
export function administratorCheck(accountId: string): Write {
  return {
    ...accountKey(accountId),
    kind: 'check',
    condition: '#role = :role AND attribute_not_exists(#deactivatedOn)',
    names: { '#role': 'role', '#deactivatedOn': 'deactivatedOn' },
    values: { ':role': 'admin' },
  };
}

export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The account; undefined also when it cannot be read. */
  async find(accountId: string): Promise<Account | undefined> {
    const [item] = await this.#database.get([accountKey(accountId)]);
    return this.#readable(item ? [item] : [])[0];
  }

  /** The accounts of a role; one that cannot be read is left out. */
  async ofRole(role: Role): Promise<Account[]> {
    return this.#readable(await this.#database.query('accounts', { ...byRole, equals: role }));
  }

  /** A page of a role's accounts by their ids; `next` is the account after which the following page begins. */
  async pageOfRole(
    { role, after }: RolePosition,
    limit: number,
  ): Promise<{ accounts: Account[]; read: number; next?: string }> {
    const query = { ...byRole, equals: role, limit };
    const from = after && { role, accountId: after };
    const { items, next } = await this.#database.queryPage('accounts', query, from || undefined);
    const last = next?.['accountId'];
    return {
      accounts: this.#readable(items),
      read: items.length,
      ...(typeof last === 'string' && { next: last }),
    };
  }

  #readable(items: Item[]): Account[] {
    return this.#database.readable('accounts', items, accountKind.from);
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

const byRole = { index: 'byRole', key: 'role' };

/** Where a page of a role's list goes on: after this account, or at the beginning. */
export interface RolePosition {
  role: Role;
  after?: string;
}
