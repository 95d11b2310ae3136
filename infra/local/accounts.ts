import { Accounts } from '../../functions/store/people/accounts.ts';
import type { Account } from '../../functions/domain/account.ts';
import { Database } from '../../functions/store/database.ts';
import { roles } from '../../functions/domain/caller.ts';
import type { Role } from '../../functions/domain/caller.ts';

/** The accounts that one may sign in as on this machine; `tell` hears of those that cannot be read. */
export class DemoAccounts {
  readonly #accounts: Accounts;

  constructor(environment: Readonly<Record<string, string>>, tell?: (sentence: string) => void) {
    this.#accounts = new Accounts(
      new Database(
        environment,
        tell && (({ key, reason }) => tell(`The account ${key} cannot be read and is left out: ${reason}`)),
      ),
    );
  }

  find(accountId: string): Promise<Account | undefined> {
    return this.#accounts.find(accountId);
  }

  /** The accounts of a role; those who see the whole country come first, for they are the ones to begin with. */
  async ofRole(role: Role): Promise<Account[]> {
    const accounts = await this.#accounts.ofRole(role);
    return accounts.toSorted(
      (one, other) => Number(Array.isArray(one.regions)) - Number(Array.isArray(other.regions)),
    );
  }

  /** The accounts of every role. */
  async all(): Promise<Account[]> {
    return (await Promise.all(roles.map((role) => this.ofRole(role)))).flat();
  }
}
