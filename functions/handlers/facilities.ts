import { implement } from '@orpc/server';
import { facilityRoutes } from '../contract/facilities.ts';
import type { Caller } from '../domain/caller.ts';
import { adoptByHand } from '../domain/solution/adoptByHand.ts';
import { checkReadiness } from '../domain/facility/checkReadiness.ts';
import { ensureFound, ensureMay, visibleRegions } from '../domain/permissions.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { decideRows } from '../domain/facility/facilityImport.ts';
import { changeStage, correctStage, edit, register, type Facility } from '../domain/facility/facility.ts';
import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import { moveToRegion, placeOfMove } from '../domain/facility/facilityMove.ts';
import { changeFacility } from '../store/facility/changeFacility.ts';
import { Facilities } from '../store/facility/facilities.ts';
import { listFacilities } from '../store/facility/facilityList.ts';
import { History } from '../store/history.ts';
import { moveFacility } from '../store/facility/moveFacility.ts';
import { facilitiesImport } from '../store/facility/importFacilities.ts';
import { importRows } from '../store/importRows.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { told } from './http/imported.ts';
import { ensureFree, registered } from './http/register.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/runtime.ts';

const os = implement(facilityRoutes).$context<Call>();
const facilities = new Facilities(database);
const history = new History(database);
const coded = { kind: 'facility', field: 'facilityId' };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ input: { query }, context: { caller, today } }) => {
      ensureMay(caller, 'readFacility');
      const visible = visibleRegions(caller, regionCodes(pack));
      return { body: await listFacilities(database, visible, query, { today, pack }) };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      const facility = await facilities.find(params.facilityId);
      ensureFound(facility, 'readFacility');
      ensureMay(caller, 'readFacility', facility);
      return { body: facility };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      const facility = await facilities.find(params.facilityId);
      ensureFound(facility, 'readFacility');
      ensureMay(caller, 'readHistory', facility);
      return { body: { lines: await history.of(`facility#${params.facilityId}`, true) } };
    }),
    register: os.register.handler(async ({ input: { body }, context: call }) => {
      const { basedOn, idempotencyKey, plannedOn, ...asked } = body;
      const { caller, today } = call;
      const what = commandOf('register', { basedOn, idempotencyKey }, { plannedOn, profile: asked }, call);
      const profile = withLinks(asked);
      const registration = changeFacility(database, pack, profile.facilityId, what, {
        authorise: () => ensureMay(caller, 'registerFacility', profile),
        names: profile,
        decide: (before, known) => {
          ensureFree(coded, before);
          return register(profile, { pack, date: plannedOn, by: caller.accountId, today, ...known });
        },
      });
      return { body: await registered(coded, registration) };
    }),
    import: os.import.handler(async ({ input: { body }, context: call }) => {
      const { idempotencyKey, isDryRun, rows } = body;
      const { caller, today } = call;
      ensureMay(caller, 'importFacilities');
      const what = commandOf('import', { basedOn: 0, idempotencyKey }, rows, call);
      const of = facilitiesImport(rows, (onRecord) =>
        decideRows(rows, onRecord, { pack, today, by: caller.accountId }),
      );
      const imported = await importRows(database, pack, of, what, { isDryRun });
      return { body: { rows: imported.map((row) => ({ facilityId: row.id, ...told(row) })) } };
    }),
    edit: os.edit.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...edited } = body;
      const { caller, today } = call;
      const what = commandOf('edit', { basedOn, idempotencyKey }, edited, call);
      return {
        body: await changeFacility(database, pack, params.facilityId, what, {
          authorise: (facility) => ensureMayChange(caller, 'editFacility', facility),
          names: edited,
          decide: (facility, known) => {
            ensureFound(facility, 'editFacility');
            return edit(facility, edited, { pack, today, ...known });
          },
        }),
      };
    }),
    changeStage: os.changeStage.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...change } = body;
      const { caller, today } = call;
      const what = commandOf('changeStage', { basedOn, idempotencyKey }, change, call);
      return {
        body: await changeFacility(database, pack, params.facilityId, what, {
          authorise: (facility) => ensureMayChange(caller, 'changeStage', facility),
          decide: (facility, { reported }) => {
            ensureFound(facility, 'changeStage');
            return changeStage(facility, { ...change, by: caller.accountId }, { pack, today, reported });
          },
        }),
      };
    }),
    correctStage: os.correctStage.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, index, date } = body;
      const { caller, today } = call;
      const what = commandOf('correctStage', { basedOn, idempotencyKey }, { index, date }, call);
      return {
        body: await changeFacility(database, pack, params.facilityId, what, {
          authorise: (facility) => ensureMayChange(caller, 'correctStage', facility),
          decide: (facility, { reported }) => {
            ensureFound(facility, 'correctStage');
            return correctStage(facility, { index, date, by: caller.accountId }, { pack, today, reported });
          },
        }),
      };
    }),
    adopt: os.adopt.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, solutionId, ...byHand } = body;
      const { caller, today } = call;
      const what = commandOf('adopt', { basedOn, idempotencyKey }, { solutionId, byHand }, call);
      return {
        body: await changeFacility(database, pack, params.facilityId, what, {
          authorise: (facility) => ensureMayChange(caller, 'adoptSolution', facility),
          solutionId,
          decide: (facility, { solution }) => {
            ensureFound(facility, 'adoptSolution');
            ensureFound(solution, 'readSolution');
            return adoptByHand(facility, solution, byHand, { pack, today });
          },
        }),
      };
    }),
    checkReadiness: os.checkReadiness.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...looked } = body;
      const { caller, today } = call;
      const what = commandOf('checkReadiness', { basedOn, idempotencyKey }, looked, call);
      return {
        body: await changeFacility(database, pack, params.facilityId, what, {
          authorise: (facility) => ensureMayChange(caller, 'checkReadiness', facility),
          solutionId: looked.solutionId,
          decide: (facility, { solution }) => {
            ensureFound(facility, 'checkReadiness');
            ensureFound(solution, 'readSolution');
            return checkReadiness(facility, { ...looked, by: caller.accountId }, { pack, today });
          },
        }),
      };
    }),
    move: os.move.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, region, date } = body;
      const { caller, today } = call;
      const by = caller.accountId;
      const what = commandOf('move', { basedOn, idempotencyKey }, { region, date }, call);
      const moved = moveFacility(
        database,
        pack,
        params.facilityId,
        { ...what, today },
        {
          authorise: (facility) => {
            ensureFound(facility, 'moveFacility');
            ensureMay(caller, 'moveFacility', placeOfMove(facility, { basedOn, by }));
          },
          decide: (facility) => {
            ensureFound(facility, 'moveFacility');
            return moveToRegion(facility, { region, date, by }, { pack, today });
          },
          shown: (facility) => {
            ensureMay(caller, 'readFacility', facility);
            return facility;
          },
        },
      );
      return { body: await moved };
    }),
  }),
);

/** The facilities that give consultations, which release 0.1 named apart, are links. */
function withLinks<Asked extends FacilityProfile>({ hubs = [], ...profile }: Asked & { hubs?: string[] }) {
  const giving = hubs.map((facilityId) => ({ kind: 'givesConsultations' as const, facilityId }));
  return { ...profile, links: [...(profile.links ?? []), ...giving] };
}

function ensureMayChange(
  caller: Caller,
  action: 'editFacility' | 'changeStage' | 'correctStage' | 'adoptSolution' | 'checkReadiness',
  facility: Facility | undefined,
): void {
  ensureFound(facility, action);
  ensureMay(caller, action, facility);
}
