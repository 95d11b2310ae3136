import type { Account, Undeliverable } from '../../domain/account.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import { ensureFound } from '../../domain/permissions.ts';
import type { Day, Instant } from '../../domain/calendar.ts';
import { chooseReminders, noteUndeliverable } from '../../domain/reminders/ownReminders.ts';
import { changeRecord } from '../changeRecord.ts';
import { unlessWrongState, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { accountKey, accountKind, accountSubject } from '../people/accounts.ts';

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
  { today, at }: { today: Day; at: Instant },
): Promise<boolean> {
  const command = {
    basedOn: 0,
    idempotencyKey: noticeId,
    action: 'noteUndeliverable' as const,
    content: { emails, why },
    by: postOffice,
    at,
  };
  const noted = await changeRecord(database, pack, named(accountId), command, {
    authorise: () => undefined,
    decide: (account) => noteUndeliverable(account, { emails, on: today, why }),
    guards: 'state',
  }).catch(unlessWrongState);
  return noted !== undefined;
}
