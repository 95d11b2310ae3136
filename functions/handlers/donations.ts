import { implement } from '@orpc/server';
import { donationRoutes } from '../contract/donations.ts';
import type { Caller } from '../domain/caller.ts';
import { editDonation, registerDonation } from '../domain/equipment/agreement.ts';
import type { Consignment } from '../domain/equipment/consignment.ts';
import { donationSeenBy, type Donation } from '../domain/equipment/donation.ts';
import { correctRate } from '../domain/equipment/rateCorrection.ts';
import { reachedAt } from '../domain/equipment/equipmentPermissions.ts';
import { overrideReadiness } from '../domain/equipment/readyToShip.ts';
import { newestConsignmentId, planUnits, type PlannedUnits } from '../domain/equipment/planUnits.ts';
import { ensureFound, ensureMay, type Place } from '../domain/permissions.ts';
import { ensure } from '../domain/refusal.ts';
import { ensureMayTrace } from '../domain/trace/boxes.ts';
import { makeLink, revokeLink, type Trace, type TraceLinks } from '../domain/trace/trace.ts';
import type { Command } from '../store/change.ts';
import { Consignments } from '../store/equipment/consignments.ts';
import { changeDonation } from '../store/equipment/changeDonation.ts';
import { Donations, donationSubject } from '../store/equipment/donations.ts';
import { letConsignmentsFollow } from '../store/equipment/followRate.ts';
import { planConsignment } from '../store/equipment/planConsignment.ts';
import { History } from '../store/history.ts';
import { changeTrace, readTrace } from '../store/trace/changeTrace.ts';
import { drawn } from '../store/trace/signing.ts';
import { linksSeen } from '../store/trace/traces.ts';
import { commandOf, personOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { eachOf } from './http/each.ts';
import { equipmentSeenBy } from './http/equipmentSeenBy.ts';
import { ofDonationsNow } from './http/figuresNow.ts';
import { ensureFree, registered } from './http/register.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(donationRoutes).$context<Call>();
const donations = new Donations(database, pack);
const consignments = new Consignments(database);
const history = new History(database);
const coded = { kind: 'donation', field: 'donationId' };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ input: { query }, context: { caller, today } }) => {
      const donorId = query.donorId ?? caller.donorId;
      ensureMay(caller, 'readDonation', { donorIds: donorId === undefined ? [] : [donorId] });
      const [found, byDonation] = await Promise.all([
        donorId === undefined ? donations.all() : donations.ofDonor(donorId),
        ofDonationsNow(today),
      ]);
      const known = found.flatMap(({ donationId }) => {
        const figures = byDonation.get(donationId);
        return figures ? [{ donationId, figures }] : [];
      });
      return {
        body: { donations: found.map((donation) => donationSeenBy(caller, donation)), progress: known },
      };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => ({
      body: donationSeenBy(caller, await readable(caller, params.donationId)),
    })),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      const donation = await readable(caller, params.donationId);
      // Names of persons stay with those who may change what they changed.
      ensureMay(caller, 'writeDonation', placeOf(donation));
      return { body: { lines: await history.of(donationSubject(params.donationId), true) } };
    }),
    consignments: os.consignments.handler(async ({ input: { params }, context: { caller } }) => {
      await readable(caller, params.donationId);
      const found = await consignments.ofDonation(params.donationId);
      return { body: await equipmentSeenBy(caller, found) };
    }),
    register: os.register.handler(async ({ input: { body }, context: call }) => {
      const { basedOn, idempotencyKey, donationId, donorId, ...agreement } = body;
      const content = { donationId, donorId, agreement };
      const what = commandOf('register', { basedOn, idempotencyKey }, content, call);
      const registration = changeDonation(database, pack, donationId, what, {
        authorise: () => ensureMay(call.caller, 'writeDonation', placeOf(undefined)),
        names: { donorId, solutionIds: solutionsIn(agreement) },
        decide: ({ donation, donor, solutions }) => {
          ensureFree(coded, donation);
          ensure(donor, 'invalid', `There is no donor "${donorId}".`, { field: 'donorId' });
          return registerDonation({ donationId, donorId }, agreement, { pack, today: call.today, solutions });
        },
      });
      return { body: await registered(coded, registration) };
    }),
    edit: os.edit.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...agreement } = body;
      const what = commandOf('edit', { basedOn, idempotencyKey }, agreement, call);
      return {
        body: await changeDonation(database, pack, params.donationId, what, {
          authorise: ({ donation }) => ensureMay(call.caller, 'writeDonation', placeOf(donation)),
          names: { solutionIds: solutionsIn(agreement) },
          decide: ({ donation, solutions }) => {
            ensureFound(donation, 'writeDonation');
            return editDonation(donation, agreement, { pack, today: call.today, solutions });
          },
        }),
      };
    }),
    correctRate: os.correctRate.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, reason, ...rate } = body;
      const { donationId, lineId } = params;
      const content = { lineId, ...rate, reason };
      const what = { ...commandOf('correctRate', { basedOn, idempotencyKey }, content, call), reason };
      await changeDonation(database, pack, donationId, what, {
        authorise: ({ donation }) => {
          ensureMay(call.caller, 'writeDonation', placeOf(donation));
          ensureFound(donation, 'writeDonation');
        },
        names: { solutionIds: [] },
        decide: ({ donation }) => {
          ensureFound(donation, 'writeDonation');
          return correctRate(donation, lineId, rate, call.today);
        },
      });
      return { body: await letConsignmentsFollow(database, pack, params, what) };
    }),
    followRate: os.followRate.handler(async ({ input: { params, body }, context: call }) => {
      ensureMay(call.caller, 'writeDonation', placeOf(await donations.find(params.donationId)));
      const what = commandOf('followRate', { basedOn: 0, ...body }, params, call);
      return { body: await letConsignmentsFollow(database, pack, params, what) };
    }),
    overrideReadiness: os.overrideReadiness.handler(async ({ input: { params, body }, context: call }) => {
      const { idempotencyKey, reason } = body;
      const what = commandOf('overrideReadiness', { basedOn: 0, idempotencyKey }, { reason }, call);
      return {
        body: await changeDonation(database, pack, params.donationId, what, {
          authorise: ({ donation }) => ensureMay(call.caller, 'writeDonation', placeOf(donation)),
          guards: 'state',
          decide: ({ donation }) => {
            ensureFound(donation, 'writeDonation');
            return overrideReadiness(donation, { reason, by: personOf(call.caller), on: call.today });
          },
        }),
      };
    }),
    trace: os.trace.handler(async ({ input: { params }, context: { caller } }) => {
      const { donation, trace, consignments: units } = await readTrace(database, pack, params.donationId);
      ensureTraces(caller, donation, units);
      return { body: linksSeen(trace, units) };
    }),
    makeTrace: os.makeTrace.handler(({ input: { params, body }, context: call }) =>
      changeLinks(call, params.donationId, commandOf('makeTrace', body, {}, call), (trace) => {
        const made = { on: call.today, by: personOf(call.caller) };
        return makeLink(trace, params.donationId, { ...drawn(), made });
      }),
    ),
    revokeTrace: os.revokeTrace.handler(({ input: { params, body }, context: call }) => {
      const { reason, ...head } = body;
      const what = { ...commandOf('revokeTrace', head, { reason }, call), reason };
      const revoked = { on: call.today, by: personOf(call.caller), reason };
      return changeLinks(call, params.donationId, what, (trace) => revokeLink(trace, revoked));
    }),
    plan: os.plan.handler(async ({ input: { params, body }, context: call }) => {
      const { idempotencyKey, rows, ...plan } = body;
      ensureMay(call.caller, 'planEquipment');
      const outcomes = await eachOf(rows, idempotencyKey, async ({ placeId, units }, key) => {
        const donation = await planned(params.donationId, { ...plan, placeId, units }, key, call);
        return { consignmentId: newestConsignmentId(donation) };
      });
      return { body: { rows: outcomes } };
    }),
  }),
);

const solutionsIn = ({ lines }: { lines: { solutionId?: string }[] }): string[] =>
  lines.flatMap(({ solutionId }) => solutionId ?? []);

/** A donation belongs to no region, and to its donor. */
const placeOf = (donation: Donation | undefined): Place => ({
  donorIds: donation ? [donation.donorId] : [],
});

async function readable(caller: Caller, donationId: string): Promise<Donation> {
  const donation = await donations.find(donationId);
  ensureFound(donation, 'readDonation');
  ensureMay(caller, 'readDonation', placeOf(donation));
  return donation;
}

/** Refuses who may not let strangers see where a donation is. */
function ensureTraces(caller: Caller, donation: Donation | undefined, units: Consignment[]): void {
  ensureFound(donation, 'readDonation');
  ensureMayTrace(caller, donation, units);
}

/** Does a command on the links of a donation; answers them as whoever makes them sees them. */
async function changeLinks(
  { caller }: Call,
  donationId: string,
  command: Command,
  decide: (trace: Trace | undefined) => Trace,
): Promise<{ body: TraceLinks }> {
  let units: Consignment[] = [];
  const trace = await changeTrace(database, pack, donationId, command, {
    authorise: (context) => {
      ensureTraces(caller, context.donation, context.consignments);
      units = context.consignments;
    },
    decide,
  });
  return { body: linksSeen(trace, units) };
}

/** Plans units of a line for one place; answers the donation as it is then. */
function planned(
  donationId: string,
  row: PlannedUnits,
  idempotencyKey: string,
  call: Call,
): Promise<Donation> {
  const { lineId, placeId } = row;
  const command = commandOf('plan', { basedOn: 0, idempotencyKey }, { donationId, ...row }, call);
  return planConsignment(database, pack, command, {
    donationId,
    lineId,
    placeId,
    authorise: ({ donation, places }) => {
      ensureFound(donation, 'readDonation');
      const place = places.get(placeId);
      ensureFound(place, 'planEquipment');
      ensureMay(call.caller, 'planEquipment', reachedAt(place));
    },
    decide: ({ donation, solution, places }) => {
      ensureFound(donation, 'readDonation');
      const telling = { by: personOf(call.caller), at: call.at, today: call.today, places };
      return planUnits(donation, row, solution, telling);
    },
  });
}
