import { implement } from '@orpc/server';
import { contract } from '../contract.ts';
import { ensureMay, visibleRegions } from '../domain/caller.ts';
import { changeStage, register } from '../domain/facility.ts';
import { Refusal, ensure } from '../domain/refusal.ts';
import { changeFacility } from '../store/changeFacility.ts';
import { Facilities } from '../store/facilities.ts';
import { listFacilities } from '../store/facilityList.ts';
import { personOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/surroundings.ts';

const os = implement(contract.facilities).$context<Call>();
const facilities = new Facilities(database);

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ input: { query }, context: { caller } }) => {
      ensureMay(caller, 'readFacility');
      const regions = visibleRegions(
        caller,
        pack.regions.map((region) => region.code),
      );
      return { body: await listFacilities(facilities, regions, query) };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      const facility = await facilities.find(params.facilityId);
      ensure(facility, 'notFound', 'There is no such facility.');
      ensureMay(caller, 'readFacility', facility);
      return { body: facility };
    }),
    register: os.register.handler(async ({ input: { body }, context: { caller, at, today } }) => {
      const { basedOn, idempotencyKey, plannedOn, ...profile } = body;
      const command = {
        basedOn,
        idempotencyKey,
        action: 'register' as const,
        content: { plannedOn, profile },
      };
      return {
        body: await changeFacility(
          database,
          pack,
          profile.facilityId,
          { ...command, by: personOf(caller), at },
          {
            authorise: () => ensureMay(caller, 'registerFacility', profile),
            decide: () => register(profile, pack, { date: plannedOn, by: caller.accountId }, today),
          },
        ).catch(asTaken),
      };
    }),
    changeStage: os.changeStage.handler(
      async ({ input: { params, body }, context: { caller, at, today } }) => {
        const { basedOn, idempotencyKey, stage, date } = body;
        const command = { basedOn, idempotencyKey, action: 'changeStage' as const, content: { stage, date } };
        return {
          body: await changeFacility(
            database,
            pack,
            params.facilityId,
            { ...command, by: personOf(caller), at },
            {
              authorise: (facility) => {
                ensure(facility, 'notFound', 'There is no such facility.');
                ensureMay(caller, 'changeStage', facility);
              },
              decide: (facility) => {
                ensure(facility, 'notFound', 'There is no such facility.');
                return changeStage(facility, { stage, date, by: caller.accountId }, today);
              },
            },
          ),
        };
      },
    ),
  }),
);

/** Whoever registers bases it on nothing; when there is something, the code is taken. */
function asTaken(error: unknown): never {
  const isTaken = error instanceof Refusal && error.code === 'stale';
  ensure(!isTaken, 'alreadyExists', 'There is already a facility with this code.', { field: 'facilityId' });
  throw error;
}
