import { implement } from '@orpc/server';
import { consignmentRoutes } from '../contract/consignments.ts';
import type { Caller } from '../domain/caller.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { inUseAt } from '../domain/equipment/chain/silence.ts';
import type { Consignment } from '../domain/equipment/consignment.ts';
import {
  addEvent,
  beginConsignment,
  correctFacts,
  placesIn,
  receive,
  strikeOut,
  type Changed,
  type Telling,
} from '../domain/equipment/consignmentRules.ts';
import {
  ensureMayCorrectFacts,
  ensureMayStrike,
  ensureMayTell,
  ensureSees,
  reachedAt,
} from '../domain/equipment/equipmentPermissions.ts';
import type { Place } from '../domain/equipment/place.ts';
import { decideStock } from '../domain/equipment/stockImport.ts';
import type { ActionName } from '../domain/history.ts';
import { ensureReady } from '../domain/equipment/readyToShip.ts';
import { ensureFound, ensureMay, may, nation, visibleRegions } from '../domain/permissions.ts';
import { ensure } from '../domain/refusal.ts';
import { changeConsignment, type ConsignmentContext } from '../store/equipment/changeConsignment.ts';
import { Consignments, consignmentSubject } from '../store/equipment/consignments.ts';
import { listEquipment } from '../store/equipment/equipmentList.ts';
import { stockImport } from '../store/equipment/importStock.ts';
import { readPlaces } from '../store/equipment/places.ts';
import { silencesOf } from '../store/equipment/silentList.ts';
import { keptSolution } from '../store/equipment/planConsignment.ts';
import { History } from '../store/history.ts';
import { importRows } from '../store/importRows.ts';
import { commandOf, personOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { equipmentSeenBy, placesSeenBy } from './http/equipmentSeenBy.ts';
import { told } from './http/imported.ts';
import { ensureFree, registered } from './http/register.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(consignmentRoutes).$context<Call>();
const consignments = new Consignments(database);
const history = new History(database);
const coded = { kind: 'consignment', field: 'consignmentId' };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ input: { query }, context: { caller, today } }) => {
      ensureMay(caller, 'readEquipment');
      const visible = visibleRegions(caller, regionCodes(pack));
      const { found, silences, next } = await listEquipment(database, visible, query, { today, pack });
      const seen = await equipmentSeenBy(caller, found);
      const consignments = seen.consignments.map((row) => {
        const silence = silences?.get(row.consignmentId);
        return { ...row, ...(silence && { silence }) };
      });
      return { body: { ...seen, consignments, ...(next && { next }) } };
    }),
    atPlace: os.atPlace.handler(async ({ input: { params }, context: { caller } }) => {
      const { places } = await readPlaces(database, [params.placeId]);
      const place = places.get(params.placeId);
      ensureFound(place, 'readEquipment');
      ensureMay(caller, 'readEquipment', reachedAt(place));
      const seen = await equipmentSeenBy(caller, await consignments.everAt(params.placeId));
      return { body: seen };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller, today } }) => {
      const consignment = await readable(caller, params.consignmentId);
      // Those to whom units are offered see them, and not what their holder reports.
      const place = inUseAt(consignment);
      const judged = place && may(caller, 'readReport', reachedAt(place)) ? [consignment] : [];
      const [places, silences] = await Promise.all([
        placesSeenBy(caller, placesIn(consignment)),
        silencesOf(database, judged, { today, pack }),
      ]);
      const silence = silences.get(params.consignmentId);
      return { body: { consignment, places: [...places.values()], ...(silence && { silence }) } };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      await readable(caller, params.consignmentId);
      return { body: { lines: await history.of(consignmentSubject(params.consignmentId), true) } };
    }),
    register: os.register.handler(async ({ input: { body }, context: call }) => {
      const { idempotencyKey, log, solutionId, ...entry } = body;
      const { caller } = call;
      const what = commandOf('register', { basedOn: 0, idempotencyKey }, { ...entry, solutionId, log }, call);
      const placeIds = log.flatMap(({ to }) => to ?? []);
      const solution = await keptSolution(database, pack, solutionId);
      const registration = changeConsignment(database, pack, entry.consignmentId, what, {
        placeIds,
        authorise: ({ places }) => {
          // Who reaches only some places is not told which others there are.
          for (const placeId of placeIds) {
            const place = places.get(placeId);
            ensureMay(caller, 'confirmEquipment', place ? reachedAt(place) : nation);
          }
        },
        decide: ({ consignment, places }) => {
          ensureFree(coded, consignment);
          ensureKnown(entry.equipmentType, solutionId, solution);
          const begun = { ...entry, ...(solution && { solution }), usdCents: 0 };
          return { after: beginConsignment(begun, log, tellingOf(call, places)), parts: [] };
        },
      });
      return { body: await registered(coded, registration) };
    }),
    import: os.import.handler(async ({ input: { body }, context: call }) => {
      const { idempotencyKey, isDryRun, rows } = body;
      const { caller, at, today } = call;
      ensureMay(caller, 'importEquipment');
      const what = commandOf('import', { basedOn: 0, idempotencyKey }, rows, call);
      const circumstances = {
        pack,
        at,
        today,
        by: personOf(caller),
        mayEnterAt: (place: Place) => may(caller, 'importEquipment', reachedAt(place)),
      };
      const of = stockImport(rows, pack, (ofRows, onRecord) => decideStock(ofRows, onRecord, circumstances));
      const imported = await importRows(database, pack, of, what, { isDryRun });
      return { body: { rows: imported.map((row) => ({ consignmentId: row.id, ...told(row) })) } };
    }),
    addEvent: os.addEvent.handler(({ input: { params, body }, context }) => {
      const { idempotencyKey, placeId, ...event } = body;
      const placeIds = [placeId, ...(event.to === undefined ? [] : [event.to])];
      const withDonation = event.kind === 'shipped';
      const named = { ...params, idempotencyKey, placeId, placeIds, withDonation };
      return command('addEvent', named, event, context, {
        authorise: ({ consignment }) => ensureMayTell(context.caller, event.kind, consignment),
        decide: (consignment, telling, surroundings) => {
          const changed = addEvent(consignment, event, telling);
          ensureReady(changed, surroundings);
          return changed;
        },
      });
    }),
    receive: os.receive.handler(({ input: { params, body }, context }) => {
      const { idempotencyKey, placeId, ...receipt } = body;
      const named = { ...params, idempotencyKey, placeId, placeIds: [placeId] };
      return command('receive', named, receipt, context, {
        authorise: ({ consignment }) => ensureMayTell(context.caller, 'received', consignment),
        decide: (consignment, telling) => receive(consignment, receipt, telling),
      });
    }),
    strikeOut: os.strikeOut.handler(({ input: { params, body }, context }) => {
      const { idempotencyKey, placeId, ...strike } = body;
      const named = { ...params, idempotencyKey, placeId, placeIds: [placeId], withDonation: true };
      return command('strikeOut', named, strike, context, {
        authorise: ({ consignment }) => {
          const event = consignment?.log.find(({ eventId }) => eventId === strike.eventId);
          ensureMayStrike(context.caller, consignment, event);
        },
        decide: (consignment, telling) => ({ after: strikeOut(consignment, strike, telling), parts: [] }),
      });
    }),
    correctFacts: os.correctFacts.handler(({ input: { params, body }, context }) => {
      const { basedOn, idempotencyKey, placeId, ...facts } = body;
      const named = { ...params, basedOn, idempotencyKey, placeId, placeIds: [placeId] };
      return command('correctFacts', named, facts, context, {
        authorise: ({ consignment }) => ensureMayCorrectFacts(context.caller, consignment),
        decide: (consignment) => ({ after: correctFacts(consignment, facts), parts: [] }),
      });
    }),
  }),
);

async function readable(caller: Caller, consignmentId: string): Promise<Consignment> {
  const consignment = await consignments.find(consignmentId);
  ensureSees(caller, consignment);
  ensure(caller.role !== 'donor', 'forbidden', 'Your role may not do this.');
  return consignment;
}

function tellingOf({ caller, at, today }: Call, places: Telling['places']): Telling {
  return { by: personOf(caller), at, today, places };
}

function ensureKnown(equipmentType: string, solutionId: string | undefined, solution: unknown): void {
  ensure(
    pack.equipmentTypes.some(({ code }) => code === equipmentType),
    'invalid',
    `There is no equipment type "${equipmentType}".`,
    { field: 'equipmentType' },
  );
  ensure(solutionId === undefined || solution, 'invalid', `There is no solution "${solutionId}".`, {
    field: 'solutionId',
  });
}

interface Named {
  consignmentId: string;
  /** The version that the command stands on, where it does not only add something. */
  basedOn?: number;
  idempotencyKey: string;
  placeId: string;
  placeIds: string[];
  withDonation?: boolean;
}

interface Rules {
  authorise: (context: ConsignmentContext) => void;
  decide: (consignment: Consignment, telling: Telling, context: ConsignmentContext) => Changed;
}

/** Does a command on a consignment that the caller believes to be at a place, or to have to do with it. */
async function command(
  action: ActionName,
  { consignmentId, basedOn, idempotencyKey, placeId, ...reading }: Named,
  content: object,
  call: Call,
  { authorise, decide }: Rules,
): Promise<{ body: Consignment }> {
  const head = { basedOn: basedOn ?? 0, idempotencyKey };
  const what = commandOf(action, head, { placeId, ...content }, call);
  return {
    body: await changeConsignment(database, pack, consignmentId, what, {
      ...reading,
      guards: basedOn === undefined ? 'state' : 'version',
      authorise,
      decide: (context) => {
        const { consignment, places } = context;
        ensureFound(consignment, 'readEquipment');
        ensure(
          placesIn(consignment).includes(placeId),
          'wrongState',
          'These units have nothing to do with this place.',
          {
            field: 'placeId',
          },
        );
        return decide(consignment, tellingOf(call, places), context);
      },
    }),
  };
}
