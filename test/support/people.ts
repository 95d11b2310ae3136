import type { Account } from '../../functions/domain/account.ts';
import type { Caller } from '../../functions/domain/caller.ts';
import type { Api } from './api.ts';
import { admin, command } from './country.ts';
import type { Loose } from './stack.ts';

let serial = 0;
export const newEmail = () => `person${(serial += 1)}@example.org`;

/** What an administrator says of a manager of Lviv region whom nobody knows yet. */
export const said = (more: object = {}) => ({
  name: 'Petro Bondar',
  email: newEmail(),
  role: 'manager',
  regions: ['UA-46'],
  language: 'uk',
  reminders: true,
  ...more,
});

/** The same of a head. */
export function saidOfHead(facilityId: string, more: object = {}) {
  const { regions: _, ...rest } = said({ role: 'head', facilityId, ...more });
  return rest;
}

/** What of an account is said of it. */
export const bodyOf = ({
  name,
  email,
  role,
  regions,
  facilityId,
  donorId,
  language,
  reminders,
}: Account) => ({
  name,
  email,
  role,
  regions,
  facilityId,
  donorId,
  language,
  reminders,
});

export const personPath = ({ accountId }: Pick<Account, 'accountId'>, rest = '') =>
  `/people/${accountId}${rest}`;

/** People as an administrator meets them through the API. */
export function peopleOf(here: Pick<Api, 'ask' | 'directory'>) {
  const { ask } = here;
  const add = (body: object, who: Caller = admin) => ask(who, 'POST', '/people', body);
  /** What the token says of whoever signs in with this account. */
  const claimsOf = async ({ accountId }: Pick<Account, 'accountId'>): Promise<Loose> => {
    const { handler } = await import('../../functions/handlers/preToken.ts');
    const groupsToOverride = here.directory.find(accountId)?.groups ?? [];
    const event: Loose = {
      request: { userAttributes: { sub: accountId }, groupConfiguration: { groupsToOverride } },
      response: {},
    };
    const { response }: Loose = await handler(event);
    return response.claimsAndScopeOverrideDetails?.accessTokenGeneration.claimsToAddOrOverride;
  };
  return {
    add,
    /** Somebody who was added. */
    added: async (more: object = {}): Promise<Account> => {
      const { status, body }: Loose = await add(command(0, said(more)));
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body;
    },
    get: async (account: Pick<Account, 'accountId'>): Promise<Loose> =>
      (await ask(admin, 'GET', personPath(account))).body,
    linesOf: async (account: Account): Promise<Loose[]> => {
      const { body }: Loose = await ask(admin, 'GET', personPath(account, '/history'));
      return body.lines;
    },
    claimsOf,
    /** The role that whoever signs in with this account gets into the token. */
    roleOf: async (account: Pick<Account, 'accountId'>): Promise<string | undefined> =>
      (await claimsOf(account))?.role,
  };
}
