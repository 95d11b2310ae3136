import { implement } from '@orpc/server';
import { donorRoutes } from '../contract/donors.ts';
import { editDonor, registerDonor } from '../domain/equipment/donor.ts';
import { ensureFound, ensureMay, may } from '../domain/permissions.ts';
import { changeDonor, donorSubject, Donors } from '../store/equipment/donors.ts';
import { History } from '../store/history.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { ensureFree, registered } from './http/register.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(donorRoutes).$context<Call>();
const donors = new Donors(database, pack);
const history = new History(database);
const coded = { kind: 'donor', field: 'donorId' };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ context: { caller } }) => {
      const all = await donors.all();
      const seen = all.filter(({ donorId }) => may(caller, 'readDonation', { donorIds: [donorId] }));
      if (seen.length === 0)
        ensureMay(caller, 'readDonation', { donorIds: caller.donorId ? [caller.donorId] : [] });
      return { body: { donors: seen } };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readDonation', { donorIds: [params.donorId] });
      const donor = await donors.find(params.donorId);
      ensureFound(donor, 'readDonation');
      return { body: donor };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'writeDonation', { donorIds: [params.donorId] });
      ensureFound(await donors.find(params.donorId), 'readDonation');
      return { body: { lines: await history.of(donorSubject(params.donorId), true) } };
    }),
    register: os.register.handler(async ({ input: { body }, context: call }) => {
      const { basedOn, idempotencyKey, donorId, ...profile } = body;
      const what = commandOf('register', { basedOn, idempotencyKey }, { donorId, profile }, call);
      const registration = changeDonor(database, pack, donorId, what, {
        authorise: () => ensureMay(call.caller, 'writeDonation', {}),
        decide: (donor) => {
          ensureFree(coded, donor);
          return registerDonor(donorId, profile, pack);
        },
      });
      return { body: await registered(coded, registration) };
    }),
    edit: os.edit.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...profile } = body;
      const what = commandOf('edit', { basedOn, idempotencyKey }, profile, call);
      return {
        body: await changeDonor(database, pack, params.donorId, what, {
          authorise: () => ensureMay(call.caller, 'writeDonation', { donorIds: [params.donorId] }),
          decide: (donor) => {
            ensureFound(donor, 'writeDonation');
            return editDonor(donor, profile, pack);
          },
        }),
      };
    }),
  }),
);
