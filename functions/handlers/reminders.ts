import { implement } from '@orpc/server';
import { reminderRoutes } from '../contract/reminders.ts';
import type { Caller } from '../domain/caller.ts';
import { ensureFound, ensureMay } from '../domain/permissions.ts';
import { ownReminders } from '../domain/reminders/ownReminders.ts';
import { Accounts } from '../store/people/accounts.ts';
import { chooseOwnReminders } from '../store/reminders/changeReminders.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(reminderRoutes).$context<Call>();
const accounts = new Accounts(database);

export const handler = serve(
  os.router({
    own: os.own.handler(async ({ context: { caller } }) => {
      ensureMayChoose(caller);
      const account = await accounts.find(caller.accountId);
      ensureFound(account, 'chooseReminders');
      return { body: ownReminders(account) };
    }),
    choose: os.choose.handler(async ({ input: { body }, context: call }) => {
      ensureMayChoose(call.caller);
      const { isOn, ...head } = body;
      const command = commandOf('chooseReminders', head, { isOn }, call);
      return { body: ownReminders(await chooseOwnReminders(database, pack, isOn, command)) };
    }),
  }),
);

/** Reminders are about the head's own facility, and the account is whoever asks. */
function ensureMayChoose(caller: Caller): void {
  const { facilityId } = caller;
  ensureMay(caller, 'chooseReminders', facilityId ? { facilityId } : undefined);
}
