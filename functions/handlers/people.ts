import { implement } from '@orpc/server';
import { personRoutes } from '../contract/people.ts';
import { deactivatePerson, editPerson, invitePerson, reactivatePerson } from '../domain/account.ts';
import type { CommandHead } from '../domain/command.ts';
import type { ActionName } from '../domain/history.ts';
import { ensureFound, ensureMay } from '../domain/permissions.ts';
import { Accounts, accountSubject } from '../store/people/accounts.ts';
import type { Command } from '../store/change.ts';
import { addPerson, changePerson, invitePersonAgain } from '../store/people/changePerson.ts';
import { Directory } from '../store/people/directory.ts';
import { History } from '../store/history.ts';
import { listPeople } from '../store/people/peopleList.ts';
import { personOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(personRoutes).$context<Call>();
const accounts = new Accounts(database);
const history = new History(database);
const people = { database, pack, directory: new Directory(process.env) };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ input: { query }, context: { caller } }) => {
      ensureMay(caller, 'readPerson');
      return { body: await listPeople(database, query) };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readPerson');
      const account = await accounts.find(params.accountId);
      ensureFound(account, 'readPerson');
      return { body: account };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readPerson');
      ensureFound(await accounts.find(params.accountId), 'readPerson');
      return { body: { lines: await history.of(accountSubject(params.accountId), true) } };
    }),
    add: os.add.handler(async ({ input: { body: asked }, context: call }) => {
      ensureMay(call.caller, 'writePerson');
      const { basedOn, idempotencyKey, ...body } = asked;
      const what = commandOf('addPerson', { basedOn, idempotencyKey }, body, call);
      return { body: await addPerson(people, body, what) };
    }),
    edit: os.edit.handler(async ({ input: { params, body: asked }, context: call }) => {
      ensureMay(call.caller, 'writePerson');
      const { basedOn, idempotencyKey, ...body } = asked;
      const what = commandOf('editPerson', { basedOn, idempotencyKey }, body, call);
      return {
        body: await changePerson(people, params.accountId, what, {
          body,
          decide: (account, on) => editPerson(account, body, { ...on, by: call.caller.accountId }),
        }),
      };
    }),
    invite: os.invite.handler(async ({ input: { params, body }, context: call }) => {
      ensureMay(call.caller, 'writePerson');
      const what = commandOf('invitePerson', body, {}, call);
      return { body: await invitePersonAgain(people, params.accountId, what, { decide: invitePerson }) };
    }),
    deactivate: os.deactivate.handler(async ({ input: { params, body }, context: call }) => {
      ensureMay(call.caller, 'writePerson');
      const { caller, today } = call;
      return {
        body: await changePerson(people, params.accountId, commandOf('deactivatePerson', body, {}, call), {
          decide: (account) => deactivatePerson(account, { by: caller.accountId, today }),
        }),
      };
    }),
    reactivate: os.reactivate.handler(async ({ input: { params, body }, context: call }) => {
      ensureMay(call.caller, 'writePerson');
      return {
        body: await changePerson(people, params.accountId, commandOf('reactivatePerson', body, {}, call), {
          decide: (account) => reactivatePerson(account),
        }),
      };
    }),
  }),
);

function commandOf(action: ActionName, head: CommandHead, content: unknown, { caller, at }: Call): Command {
  return { ...head, action, content, by: personOf(caller), at };
}
