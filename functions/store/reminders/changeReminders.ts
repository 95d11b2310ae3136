import type { Account, Undeliverable } from '../../domain/account.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import { ensureFound } from '../../domain/permissions.ts';
import { chooseReminders, noteUndeliverable } from '../../domain/reminders/ownReminders.ts';
import { changeRecord } from '../changeRecord.ts';
import type { Command } from '../change.ts';
import type { Database } from '../database.ts';
import { accountKey, accountKind, accountSubject, Accounts } from '../people/accounts.ts';

const named = (accountId: string) => ({
  kind: accountKind,
  subject: accountSubject(accountId),
  key: accountKey(accountId).key,
});

/** A person's own choice whether letters come. */
export function chooseOwnReminders(
  database: Database,
  pack: CountryPack,
  isOn: boolean,
  command: Command,
): Promise<Account> {
  const { accountId } = command.by;
  return changeRecord(database, pack, named(accountId), command, {
    authorise: (account) => ensureFound(account, 'chooseReminders'),
    decide: (account) => {
      ensureFound(account, 'chooseReminders');
      return chooseReminders(account, isOn);
    },
  });
}

/** A letter that came back, as the service tells it; `noticeId` is the same when it is told again. */
export interface Notice {
  noticeId: string;
  accountId: string;
  emails: string[];
  why: Undeliverable['why'];
}

/** Who writes to history where no person did anything. */
const postOffice = { accountId: 'ses', name: 'Amazon SES' };

/** Notes on the account that its address takes no letters; false where it has another by now, or that is known. */
export async function noteReturned(
  database: Database,
  pack: CountryPack,
  { noticeId, accountId, emails, why }: Notice,
  { today, at }: { today: string; at: string },
): Promise<boolean> {
  const account = await new Accounts(database).find(accountId);
  const email = account?.email;
  if (!email || !emails.includes(email) || account.undeliverable?.email === email) return false;
  const undeliverable = { email, on: today, why };
  const action = 'noteUndeliverable' as const;
  const head = { basedOn: account.version, idempotencyKey: noticeId };
  await changeRecord(
    database,
    pack,
    named(accountId),
    { ...head, action, content: { email, why }, by: postOffice, at },
    {
      authorise: (found) => ensureFound(found, 'readPerson'),
      decide: (found) => {
        ensureFound(found, 'readPerson');
        return noteUndeliverable(found, undeliverable);
      },
    },
  );
  return true;
}
