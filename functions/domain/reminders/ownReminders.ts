import * as z from 'zod/mini';
import { Account, Undeliverable } from '../account.ts';
import { ensure } from '../refusal.ts';

/** What a head may know and choose about the letters that come. */
export const OwnReminders = z.strictObject({
  /** Of the account: whoever chooses names the one that they saw. */
  version: z.int(),
  isOn: z.boolean(),
  /** Where the letters go; nowhere without one. */
  email: z.optional(z.string()),
  undeliverable: z.optional(Undeliverable),
});
export type OwnReminders = z.infer<typeof OwnReminders>;

/** An account's reminders as their owner sees them. */
export function ownReminders({ version, reminders, email, undeliverable }: Account): OwnReminders {
  return {
    version,
    isOn: reminders !== false,
    ...(email && { email }),
    ...(undeliverable && { undeliverable }),
  };
}

/** The person wants to be reminded, or not to be. */
export function chooseReminders(account: Account, isOn: boolean): Account {
  return { ...account, version: account.version + 1, reminders: isOn };
}

/** A letter that came back: to which addresses it was, and why. */
export interface Returned extends Pick<Undeliverable, 'on' | 'why'> {
  emails: string[];
}

/** No letter goes to this address any more, until an administrator gives the account another. */
export function noteUndeliverable(account: Account | undefined, { emails, on, why }: Returned): Account {
  const email = account?.email;
  ensure(email && emails.includes(email), 'wrongState', 'This is not the address of this account.');
  ensure(account.undeliverable?.email !== email, 'wrongState', 'This is known already.');
  return { ...account, version: account.version + 1, undeliverable: { email, on, why } };
}
