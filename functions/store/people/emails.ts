import * as z from 'zod/mini';
import type { Account } from '../../domain/account.ts';
import type { Database } from '../database.ts';
import type { Item, Key, Write } from '../write.ts';

/** That an e-mail address is somebody's; written with the account, so that no two have the same one. */
const Claim = z.object({ accountId: z.string() });

/** Where it is kept whose an address is. */
export function emailKey(email: string): { table: 'emails'; key: Key } {
  return { table: 'emails', key: { email } };
}

/** Whose an address is, by what is at its key. */
export function holderOf(claim: Item | undefined): string | undefined {
  return claim && Claim.parse(claim).accountId;
}

/** Claims the address that a person has got, and lets go of the one that they have no more. */
export function emailWrites(before: Account | undefined, { accountId, email }: Account): Write[] {
  if (before?.email === email) return [];
  const own = {
    condition: 'attribute_not_exists(#email) OR #accountId = :accountId',
    names: { '#email': 'email', '#accountId': 'accountId' },
    values: { ':accountId': accountId },
  };
  return [
    ...(email ? [{ table: 'emails', kind: 'put', item: { email, accountId }, ...own } as const] : []),
    ...(before?.email ? [{ ...emailKey(before.email), kind: 'delete', ...own } as const] : []),
  ];
}

/** Whose this address is. */
export async function accountWithEmail(database: Database, email: string): Promise<string | undefined> {
  const [claim] = await database.get([emailKey(email)]);
  return holderOf(claim);
}
