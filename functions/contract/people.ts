import * as z from 'zod/mini';
import { Account, AccountBody, AccountId, PersonRow } from '../domain/account.ts';
import { Role, roles } from '../domain/caller.ts';
import { CommandHead } from '../domain/command.ts';
import { answer, history, type Method, nothing, params, query, type Shape, signedIn } from './route.ts';

const personPath = { accountId: AccountId };
const PersonPage = z.string().check(z.regex(new RegExp(`^(${roles.join('|')})(\\.[\\w-]{1,128})?$`)));
/** A command on a person answers with the account as it is then. */
const personCommand = <Fields extends Shape>(method: Method, path: `/${string}` | '', fields: Fields) =>
  signedIn(method, `/people/{accountId}${path}`)
    .input(z.extend(params(personPath), { body: z.strictObject({ ...CommandHead.shape, ...fields }) }))
    .output(answer(Account));

export const personRoutes = {
  list: signedIn('GET', '/people')
    .input(
      query({
        role: z.optional(Role),
        text: z.optional(z.string().check(z.maxLength(100))),
        page: z.optional(PersonPage),
      }),
    )
    .output(answer(z.strictObject({ people: z.array(PersonRow), next: z.optional(PersonPage) }))),
  /** Invites them to sign in by e-mail. */
  add: signedIn('POST', '/people')
    .input(
      z.extend(nothing, {
        body: z.extend(AccountBody, { ...CommandHead.shape, basedOn: z.literal(0) }),
      }),
    )
    .output(answer(Account)),
  get: signedIn('GET', '/people/{accountId}').input(params(personPath)).output(answer(Account)),
  /** The whole of what is said of them. */
  edit: personCommand('PUT', '', AccountBody.shape),
  /** Sends a first password once more to someone who has not signed in yet. */
  invite: personCommand('POST', '/invitation', {}),
  deactivate: personCommand('POST', '/deactivation', {}),
  reactivate: personCommand('POST', '/reactivation', {}),
  history: signedIn('GET', '/people/{accountId}/history').input(params(personPath)).output(history),
};
