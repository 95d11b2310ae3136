import {
  addPerson as added,
  isActiveAdministrator,
  isSameReach,
  type Account,
  type AccountBody,
  type PersonCase,
} from '../../domain/account.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import { ensureFound } from '../../domain/permissions.ts';
import { Refusal, ensure } from '../../domain/refusal.ts';
import { accountKey, accountKind, Accounts, accountSubject, administratorCheck } from './accounts.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import type { Directory } from './directory.ts';
import { emailKey, emailWrites, holderOf } from './emails.ts';
import { donorKey } from '../equipment/donors.ts';
import { recordChange } from '../recordKind.ts';
import type { TableName } from '../tables.ts';
import type { Key } from '../write.ts';

/** The people of a country: their accounts, and the directory that follows them. */
export interface People {
  database: Database;
  directory: Directory;
  pack: CountryPack;
}

/** Stands for the id of a person who has none yet. */
const newcomer = '-';

/**
 * Adds a person. Whoever has no account has no rights, so the directory is told first: it gives the account its id. What
 * broke off in between is finished by asking again; the address finds the same user.
 */
export async function addPerson(people: People, body: AccountBody, command: Command): Promise<Account> {
  const { asking, on } = await readCase(people, newcomer, command, body);
  ensureAdministrator(asking);
  // What is not right is refused before anybody is invited.
  if (!on.emailOf) added(newcomer, body, on);
  const accountId = on.emailOf ?? (await people.directory.invite(body.email));
  const rule: Rule = {
    body,
    authorise: () => undefined,
    decide: (before, known) => {
      ensureFree(before);
      return added(accountId, body, known);
    },
  };
  return commit(people, accountId, command, rule).catch(asTaken);
}

/** Does one command on a person that there is; `body` is what it says of them. */
export function changePerson(
  people: People,
  accountId: string,
  command: Command,
  { decide, body }: { decide: (account: Account, on: PersonCase) => Account; body?: AccountBody },
): Promise<Account> {
  return commit(people, accountId, command, {
    body,
    authorise: (account) => ensureFound(account, 'writePerson'),
    decide: (account, on) => {
      ensureFound(account, 'writePerson');
      return decide(account, on);
    },
  });
}

/** The same, for one that invites them again: only who has never signed in still needs a first password. */
export async function invitePersonAgain(
  people: People,
  accountId: string,
  command: Command,
  rule: { decide: (account: Account) => Account },
): Promise<Account> {
  const isAwaited = await people.directory.isAwaited(accountId);
  const account = await changePerson(people, accountId, command, {
    decide: (before) => {
      ensure(isAwaited && before.email, 'wrongState', 'This person has signed in already.');
      return rule.decide(before);
    },
  });
  if (account.email) await people.directory.inviteAgain(account.email);
  return account;
}

/** What a rule about a person is decided on. */
interface Context {
  account: Account | undefined;
  /** Who asks, as their account is now. */
  asking: Account | undefined;
  on: PersonCase;
}

interface Rule {
  body?: AccountBody;
  authorise: (account: Account | undefined) => void;
  decide: (account: Account | undefined, on: PersonCase) => Account;
}

/**
 * First the record, then the directory. Each of the two can only take rights away from the other, so whatever breaks off
 * leaves somebody with too few; asking again finishes it.
 */
async function commit(
  people: People,
  accountId: string,
  command: Command,
  { body, authorise, decide }: Rule,
): Promise<Account> {
  const { database, directory, pack } = people;
  const { by } = command;
  // What was done before and is only repeated may have broken off before its end.
  let isOtherReach = true;
  const account = await commitChange<Context, Account>(
    database,
    pack,
    {
      kind: accountKind,
      subject: accountSubject(accountId),
      read: () => readCase(people, accountId, command, body),
      recordIn: (context) => context.account,
      authorise: ({ account: before, asking }) => {
        ensureAdministrator(asking);
        authorise(before);
      },
      decide: ({ account: before, on }) => {
        const after = decide(before, on);
        isOtherReach = before !== undefined && !isSameReach(before, after);
        const alongside = [
          ...emailWrites(before, after),
          ...(by.accountId === accountId ? [] : [administratorCheck(by.accountId)]),
        ];
        return [recordChange(accountKind, before, after, alongside)];
      },
      shown: (before) => before,
      guards: 'version',
    },
    command,
  );
  const followed = await follow(new Accounts(database), directory, accountId);
  if (isOtherReach || followed.deactivatedOn) await directory.signOut(accountId);
  return account;
}

/** How often the directory is made to follow an account that changes meanwhile. */
const rounds = 5;

/** Makes the directory say what the account says, also where somebody else changes it at the same time. */
async function follow(accounts: Accounts, directory: Directory, accountId: string): Promise<Account> {
  for (let round = 1; round <= rounds; round += 1) {
    const account = await accounts.find(accountId);
    ensureFound(account, 'readPerson');
    await directory.follow(account);
    if ((await accounts.find(accountId))?.version === account.version) return account;
  }
  throw new Refusal('busy', 'Many people are writing at this moment. Try again.');
}

/** Everything there is to decide on, in one request; of a new address also whether the directory has it for somebody else. */
async function readCase(
  { database, directory, pack }: People,
  accountId: string,
  { by }: Command,
  body?: AccountBody,
): Promise<Context> {
  const named = namedIn(body, pack);
  const [own, asking, claim, found] = await database.get([
    accountKey(accountId),
    accountKey(by.accountId),
    ...(body ? [emailKey(body.email)] : []),
    ...(named ? [named] : []),
  ]);
  const account = own && accountKind.from(own);
  const isMoving = account && body && body.email !== account.email;
  const emailOf = holderOf(claim) ?? (isMoving ? await directory.subjectOf(body.email) : undefined);
  return {
    account,
    asking: asking && accountKind.from(asking),
    on: { pack, isOnRecord: found !== undefined, emailOf },
  };
}

/** Where the facility or the donor is kept whose somebody is to be; neither ever goes. */
function namedIn(
  body: AccountBody | undefined,
  pack: CountryPack,
): { table: TableName; key: Key } | undefined {
  const { facilityId, donorId } = body ?? {};
  if (facilityId) return { table: 'facilities', key: { facilityId } };
  return donorId ? donorKey(pack, donorId) : undefined;
}

/** A token may outlast the rights that it tells of, by an hour; whoever changes people has them now. */
function ensureAdministrator(asking: Account | undefined): void {
  ensure(isActiveAdministrator(asking), 'forbidden', 'Your role may not do this.');
}

/** Whoever adds a person bases it on nothing: when there is an account, the address is taken. */
function asTaken(error: unknown): never {
  if (error instanceof Refusal && error.code === 'stale') ensureFree(error.details.current);
  throw error;
}

function ensureFree(account: unknown): void {
  ensure(!account, 'alreadyExists', 'This is the e-mail address of another person.', { field: 'email' });
}
