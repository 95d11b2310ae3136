import { implement } from '@orpc/server';
import { trainingRoutes } from '../contract/training.ts';
import type { Caller } from '../domain/caller.ts';
import { regionCodes, type RegionCode } from '../domain/countryPack.ts';
import { ensureFound, ensureMay, may, visibleRegions } from '../domain/permissions.ts';
import { ensure } from '../domain/refusal.ts';
import { decideTraining } from '../domain/training/trainingImport.ts';
import {
  ensureEnters,
  ensureMayCancel,
  ensureMayEdit,
  ensureSeesSession,
  mayTellOf,
  placeOfHost,
  seesWhole,
  sessionSeenBy,
} from '../domain/training/trainingPermissions.ts';
import { facilitiesIn } from '../domain/training/trainingPlaces.ts';
import { trainingRow } from '../domain/training/trainingRow.ts';
import {
  cancelSession,
  editSession,
  hostOf,
  mergeSessions,
  registerSession,
  tellLine,
} from '../domain/training/trainingRules.ts';
import type { ToldSession, TrainingSession } from '../domain/training/trainingSession.ts';
import { Facilities } from '../store/facility/facilities.ts';
import { History } from '../store/history.ts';
import { importRows } from '../store/importRows.ts';
import { changeTraining, type TrainingContext } from '../store/training/changeTraining.ts';
import { trainingImport } from '../store/training/importTraining.ts';
import { joinableSince, listTraining, sessionsToJoin } from '../store/training/trainingList.ts';
import { TrainingSessions, trainingSubject } from '../store/training/trainingSessions.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { told } from './http/imported.ts';
import { ensureFree, registered } from './http/register.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(trainingRoutes).$context<Call>();
const sessions = new TrainingSessions(database);
const facilities = new Facilities(database);
const history = new History(database);
const coded = { kind: 'training session', field: 'sessionId' };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ input: { query }, context: { caller, today } }) => {
      ensureMay(caller, 'readTraining');
      const regions = visibleRegions(caller, regionCodes(pack));
      // Who answers for some regions sees what is held for the nation when asking for it: it is nobody's region.
      const all = regions.length === pack.regions.length ? [...regions, pack.country] : regions;
      const asked = [...regions, pack.country].filter((row) => row === query.region);
      const { region, ...wanted } = query;
      const { sessions: found, next } = await listTraining(database, region ? asked : all, wanted, {
        today,
        pack,
      });
      const rows = found.map((session) => trainingRow(sessionSeenBy(caller, session)));
      const hosts = rows.flatMap(({ host }) => (host.kind === 'facility' ? [host.facilityId] : []));
      return { body: { sessions: rows, facilities: await named(hosts), ...(next && { next }) } };
    }),
    ofFacility: os.ofFacility.handler(async ({ input: { params }, context: { caller, today } }) => {
      const { facilityId } = params;
      const facility = await facilities.find(facilityId);
      ensureFound(facility, 'readFacility');
      ensureMay(caller, 'readFacility', facility);
      const rows = [facility.region, pack.country];
      const [own, lately] = await Promise.all([
        sessions.everOf(facilityId),
        sessionsToJoin(database, rows, { since: joinableSince(today), today }),
      ]);
      const toJoin = lately.filter(({ lines }) => !lines.some((line) => line.facilityId === facilityId));
      const seen = (some: TrainingSession[]) => some.map((session) => sessionSeenBy(caller, session));
      const body = {
        sessions: seen(own.toSorted((a, b) => b.day.localeCompare(a.day))),
        toJoin: seen(toJoin.filter((one) => !own.some(({ sessionId }) => sessionId === one.sessionId))),
      };
      return {
        body: { ...body, facilities: await named([...body.sessions, ...body.toJoin].flatMap(facilitiesIn)) },
      };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      const session = sessionSeenBy(caller, await readable(caller, params.sessionId));
      return { body: { session, facilities: await named(facilitiesIn(session)) } };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      const session = await readable(caller, params.sessionId);
      // It tells of everybody who came.
      ensureFound(seesWhole(caller, session) || undefined, 'readHistory');
      return { body: { lines: await history.of(trainingSubject(params.sessionId), true) } };
    }),
    register: os.register.handler(async ({ input: { body }, context: call }) => {
      const { basedOn, idempotencyKey, sessionId, ...session } = body;
      const what = commandOf('register', { basedOn, idempotencyKey }, { sessionId, ...session }, call);
      const registration = changeTraining(database, pack, sessionId, what, {
        names: namesIn(session),
        authorise: (context) => {
          ensureEnters(call.caller);
          const host = hostOf(session.host, session.day, caseOf(call, context));
          ensureMay(call.caller, 'writeTraining', placeOfHost(host));
        },
        decide: (context) => {
          const after = registerSession(sessionId, session, caseOf(call, context));
          ensureFree(coded, context.session);
          return [after];
        },
        shown: (shown) => sessionSeenBy(call.caller, shown),
      });
      return { body: await registered(coded, registration) };
    }),
    import: os.import.handler(async ({ input: { body }, context: call }) => {
      const { idempotencyKey, isDryRun, rows } = body;
      const { caller, today } = call;
      ensureMay(caller, 'importTraining');
      const what = commandOf('import', { basedOn: 0, idempotencyKey }, rows, call);
      const of = trainingImport(rows, pack, (ofRows, onRecord) =>
        decideTraining(ofRows, onRecord, {
          pack,
          today,
          mayTellOf: mayTellOf(caller),
          mayEnterAt: (host) => may(caller, 'importTraining', placeOfHost(host)),
        }),
      );
      const imported = await importRows(database, pack, of, what, { isDryRun });
      return { body: { rows: imported.map((row) => ({ sessionId: row.id, ...told(row) })) } };
    }),
    edit: os.edit.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...session } = body;
      const { caller } = call;
      const home = await homeOf(caller);
      const what = commandOf('edit', { basedOn, idempotencyKey }, session, call);
      const edited = await changeTraining(database, pack, params.sessionId, what, {
        names: namesIn(session),
        authorise: ({ session: before }) => ensureMayEdit(caller, before, home),
        decide: (context) => {
          ensureFound(context.session, 'writeTraining');
          const after = editSession(context.session, session, caseOf(call, context));
          ensureMay(caller, 'writeTraining', placeOfHost(after.host));
          return [after];
        },
        shown: (shown) => sessionSeenBy(caller, shown),
      });
      return { body: sessionSeenBy(caller, edited) };
    }),
    tellLine: os.tellLine.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, staff } = body;
      const { sessionId, facilityId } = params;
      const { caller } = call;
      const home = await homeOf(caller);
      const what = commandOf('tellLine', { basedOn, idempotencyKey }, { facilityId, staff }, call);
      const after = await changeTraining(database, pack, sessionId, what, {
        names: { facilityIds: [facilityId] },
        authorise: ({ session }) => ensureSeesSession(caller, session, home),
        decide: (context) => {
          ensureFound(context.session, 'readTraining');
          const line = context.session.lines.find((one) => one.facilityId === facilityId);
          ensure((line?.version ?? 0) === basedOn, 'stale', 'This was changed by someone else meanwhile.', {
            current: sessionSeenBy(caller, context.session),
            yours: { staff },
          });
          return [tellLine(context.session, { facilityId, staff }, caseOf(call, context))];
        },
        guards: 'state',
      });
      return { body: sessionSeenBy(caller, after) };
    }),
    cancel: os.cancel.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, reason } = body;
      const home = await homeOf(call.caller);
      const what = commandOf('cancel', { basedOn, idempotencyKey }, { reason }, call);
      const cancelled = await changeTraining(database, pack, params.sessionId, what, {
        authorise: ({ session }) => ensureMayCancel(call.caller, session, home),
        decide: ({ session }) => {
          ensureFound(session, 'writeTraining');
          return [cancelSession(session, reason)];
        },
        shown: (shown) => sessionSeenBy(call.caller, shown),
      });
      return { body: cancelled };
    }),
    merge: os.merge.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...other } = body;
      const { caller } = call;
      const home = await homeOf(caller);
      const what = commandOf('merge', { basedOn, idempotencyKey }, other, call);
      const kept = await changeTraining(database, pack, params.sessionId, what, {
        names: { doubleId: other.doubleId },
        authorise: ({ session, double }) => {
          for (const one of [session, double]) {
            ensureSeesSession(caller, one, home);
            ensureMay(caller, 'mergeTraining', placeOfHost(one.host));
          }
        },
        decide: ({ session, double, facilities: known }) => {
          ensureFound(session, 'mergeTraining');
          ensureFound(double, 'mergeTraining');
          ensure(
            double.version === other.doubleBasedOn,
            'stale',
            'This was changed by someone else meanwhile.',
            {
              current: double,
              yours: other,
            },
          );
          return mergeSessions(session, double, { facilities: known });
        },
      });
      return { body: kept };
    }),
  }),
);

/** What a session as it is told names besides itself. */
function namesIn({ host, lines, solutionId }: ToldSession) {
  const atHost = host.kind === 'facility' ? [host.facilityId] : [];
  return { facilityIds: [...atHost, ...lines.map(({ facilityId }) => facilityId)], solutionId };
}

function caseOf({ caller, today }: Call, { solution, facilities }: TrainingContext) {
  return { pack, today, solution, facilities, mayTellOf: mayTellOf(caller) };
}

/** The region of a head's own facility: sessions in it are open to the head. */
async function homeOf({ role, facilityId }: Caller): Promise<RegionCode | undefined> {
  if (role !== 'head' || facilityId === undefined) return undefined;
  return (await facilities.find(facilityId))?.region;
}

/** A session that the caller may see. */
async function readable(caller: Caller, sessionId: string): Promise<TrainingSession> {
  const [session, home] = await Promise.all([sessions.find(sessionId), homeOf(caller)]);
  ensureSeesSession(caller, session, home);
  return session;
}

/** What these facilities are called. Who hosts a session is no secret to those who see it. */
async function named(facilityIds: string[]) {
  const found = await facilities.these([...new Set(facilityIds)]);
  return found.map(({ facilityId, names }) => ({ facilityId, names }));
}
