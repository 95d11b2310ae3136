import type { Account } from '../../../functions/domain/account.ts';
import type { Directory } from './directory.ts';
import type { Member } from './tokens.ts';

/** The accounts as the tables have them. */
export interface Accounts {
  readonly find: (accountId: string) => Promise<Account | undefined>;
  readonly all: () => Promise<Account[]>;
}

/** Who may sign in: accounts whose user is enabled. One that was never administered, as in a sample, is what its account says. */
export class Users {
  readonly #accounts: Accounts;
  readonly #directory: Directory;

  constructor(accounts: Accounts, directory: Directory) {
    this.#accounts = accounts;
    this.#directory = directory;
  }

  async member(accountId: string): Promise<Member | undefined> {
    const account = await this.#accounts.find(accountId);
    const user = this.#directory.find(accountId);
    if (!account || user?.isEnabled === false) return undefined;
    return { account, groups: user?.groups ?? [account.role] };
  }

  /** The accounts that the sign-in page offers. */
  async all(): Promise<Account[]> {
    const accounts = await this.#accounts.all();
    return accounts.filter(({ accountId }) => this.#directory.find(accountId)?.isEnabled !== false);
  }
}
