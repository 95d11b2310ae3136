import { apiPrefix } from '../../functions/contract/route.ts';
import { contractRoutes } from '../../infra/api.ts';
import {
  complete,
  edited,
  editedWarehouse,
  firstField,
  profile,
  solutionProfile,
  warehouse,
} from './country.ts';
import { agreement } from './equipment.ts';
import { nationalLines, strategy } from './plan.ts';
import { rowOfSession, sessionAt } from './training/told.ts';

/** Records that there are, for requests about them. */
export interface OnRecord {
  facilityId: string;
  warehouseId: string;
  solutionId: string;
  donorId: string;
  donationId: string;
  /** Planned for the facility; its second event is struck out. */
  consignmentId: string;
  /** Equipment of no donation. */
  stockId: string;
  /** A session that the facility held. */
  sessionId: string;
  person: { accountId: string; email: string };
  releaseId: string;
  /** The id that opens the card of the donation. */
  traceId: string;
}

/** A request, and what is in its answer for whoever sees the record in it. */
export interface Request {
  method: string;
  path: string;
  body?: object;
  holds?: string;
}

/** Nothing has come to this version: whoever may do it is told so, and nothing changes. */
const head = { basedOn: 99, idempotencyKey: 'a-key-of-everyone' };
const key = { idempotencyKey: head.idempotencyKey };
const day = '2024-12-01';

/**
 * For every route of the contract a request about these records, by its name; a second one has a word more. None of the
 * commands can be done: so each asks only who may do it.
 */
export function everyRequest(known: OnRecord): Record<string, Request> {
  const asked = askedOf(known);
  const values = new Map<string, string>(
    Object.entries({
      ...known,
      ...known.person,
      month: '2024-11',
      lineId: 'l1',
      figure: 'facilitiesLive',
      milestoneId: 'strategy',
      placeId: known.facilityId,
    }).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const routes = contractRoutes().map(({ name, method, path }) => ({
    name,
    method: String(method),
    path: path.replace(apiPrefix, '').replace(/\{(\w+)\}/g, (_, part: string) => values.get(part) ?? ''),
  }));
  return Object.fromEntries(
    routes.flatMap(({ name, method, path }) => {
      const own = Object.entries(asked).filter(([each]) => each.split(' ')[0] === name);
      if (own.length === 0 && method !== 'GET') throw new Error(`Nobody asks for ${name}.`);
      const requests: [string, Asked][] = own.length > 0 ? own : [[name, {}]];
      return requests.map(([each, { query = '', ...rest }]): [string, Request] => [
        each,
        { method, path: `${path}${query}`, ...rest },
      ]);
    }),
  );
}

interface Asked {
  query?: string;
  body?: object;
  holds?: string;
}

function askedOf(known: OnRecord): Record<string, Asked> {
  const { facilityId, warehouseId, solutionId, donorId, donationId, consignmentId, stockId, sessionId } =
    known;
  const { plannedOn, ...row } = profile(facilityId);
  const { solutionId: _, preparingOn, ...solution } = solutionProfile(solutionId);
  const person = {
    name: 'Petro',
    email: known.person.email,
    role: 'manager',
    regions: ['UA-46'],
    language: 'uk',
    reminders: true,
  };
  const at = { ...key, placeId: facilityId };
  const donor = { names: { uk: 'Донор' }, kind: 'company' };
  return {
    'people.list': { holds: known.person.accountId },
    'people.add': { body: { ...person, ...head, basedOn: 0 } },
    'people.edit': { body: { ...person, ...head } },
    'people.invite': { body: head },
    'people.deactivate': { body: head },
    'people.reactivate': { body: head },
    'plan.setTarget': { body: { ...head, lines: nationalLines } },
    'plan.setMilestone': { body: { ...head, ...strategy } },
    'plan.whole': { holds: 'targets' },
    'explain.records': { query: '?row=UA-46&month=2024-11' },
    'progress.cube': { holds: '"UA-46"' },
    'progress.summary': { query: '?month=2024-11' },
    'progress.equipment': { holds: '"UA-46"' },
    'progress.equipment of a type': { query: '?scope=type:tablet', holds: '"UA-46"' },
    'progress.equipment of a solution': { query: `?scope=solution:${solutionId}`, holds: '"UA-46"' },
    'progress.equipment of a donor': { query: `?scope=donor:${donorId}` },
    'reminders.choose': { body: { ...head, isOn: false } },
    'releases.list': { holds: known.releaseId },
    'releases.make': { body: { ...head, month: '2024-11', reason: 'Two months were corrected' } },
    'openData.releases': { holds: known.releaseId },
    'releases.open': { holds: '"UA-46"' },
    'releases.changed': { query: '?row=UA-46&month=2024-11' },
    'facilities.list': { query: `?text=${facilityId}`, holds: facilityId },
    'map.points': { query: '?language=en', holds: '"UA-46"' },
    'facilities.register': { body: { ...row, plannedOn, ...head } },
    'facilities.import': { body: { ...key, isDryRun: true, rows: [{ profile: row }] } },
    'facilities.edit': { body: { ...edited(), ...head } },
    'facilities.changeStage': { body: { ...head, stage: 'suspended', date: day, reason: 'repair' } },
    'facilities.correctStage': { body: { ...head, index: 0, date: day } },
    'facilities.move': { body: { ...head, region: 'UA-05', date: day } },
    'facilities.adopt': { body: { ...head, solutionId, from: day, source: 'Letter' } },
    'facilities.checkReadiness': {
      body: { ...head, solutionId, on: day, checks: [{ check: 'power', isMet: true }] },
    },
    'donors.list': { holds: donorId },
    'donors.register': { body: { ...donor, ...head, donorId } },
    'donors.edit': { body: { ...donor, ...head } },
    'donations.list': { holds: donationId },
    'donations.list of a donor': { query: `?donorId=${donorId}`, holds: donationId },
    'donations.register': { body: { ...agreement, ...head, donationId, donorId } },
    'donations.edit': { body: { ...agreement, ...head } },
    'donations.plan': {
      body: { ...key, lineId: 'l1', date: day, rows: [{ placeId: facilityId, units: 100_000 }] },
    },
    'donations.correctRate': {
      body: { ...head, usdRate: '1.1', usdRateOn: '2024-01-16', reason: 'The rate of the day before' },
    },
    'donations.followRate': { body: key },
    'donations.overrideReadiness': { body: { ...key, reason: 'The partner looks at each place' } },
    'donations.makeTrace': { body: head },
    'donations.revokeTrace': { body: { ...head, reason: 'A label was shared' } },
    'donations.consignments': { holds: consignmentId },
    'iati.donor': { holds: donationId },
    'consignments.list': { holds: consignmentId },
    'consignments.atPlace': { holds: consignmentId },
    'consignments.register': {
      body: {
        ...key,
        consignmentId: stockId,
        source: { kind: 'unknown' },
        equipmentType: 'tablet',
        units: 1,
        log: [{ kind: 'planned', date: day, to: facilityId }],
      },
    },
    'consignments.import': {
      body: {
        ...key,
        isDryRun: true,
        rows: [
          {
            placeId: facilityId,
            inventoryNumber: '10148-22',
            equipmentType: 'tablet',
            units: 1,
            source: { kind: 'own' },
            receivedOn: '2023-03-01',
          },
        ],
      },
    },
    'consignments.addEvent of a shipment': { body: { ...at, kind: 'shipped', date: '2023-01-01' } },
    'consignments.addEvent of a use': { body: { ...at, kind: 'firstUse', date: day } },
    'consignments.receive': { body: { ...at, date: day, working: 1, damaged: 0 } },
    'consignments.strikeOut': { body: { ...at, eventId: 2, reason: 'A mistake' } },
    'consignments.correctFacts': { body: { ...head, placeId: facilityId, serialNumbers: ['A-1'] } },
    'training.list': { holds: sessionId },
    'training.ofFacility': { holds: sessionId },
    'training.register': { body: { ...sessionAt(facilityId), ...head, sessionId } },
    'training.register for the nation': {
      body: {
        ...sessionAt(facilityId),
        ...head,
        sessionId: 'session-of-nation',
        host: { kind: 'nation' },
        lines: [],
      },
    },
    'training.import': { body: { ...key, isDryRun: true, rows: [rowOfSession(facilityId)] } },
    'training.edit': { body: { ...sessionAt(facilityId), ...head } },
    'training.tellLine': { body: { ...head, staff: sessionAt(facilityId).lines[0].staff } },
    'training.cancel': { body: { ...head, reason: 'It did not happen' } },
    'training.merge': { body: { ...head, doubleId: sessionId, doubleBasedOn: 99 } },
    'warehouses.list': { holds: warehouseId },
    'warehouses.register': { body: { ...warehouse(warehouseId), ...head } },
    'warehouses.edit': { body: { ...editedWarehouse(), ...head } },
    'solutions.list': { holds: solutionId },
    'solutions.register': { body: { ...solution, solutionId, preparingOn, ...head } },
    'solutions.edit': { body: { ...solution, ...head } },
    'solutions.followTerms': { body: key },
    'solutions.changeStage': { body: { ...head, status: 'operating', date: day } },
    'reports.ofMonth': { query: '?region=UA-46&month=2024-11', holds: facilityId },
    'reports.awaitingReview': { holds: facilityId },
    'reports.saveDraft': { body: { ...head, figures: complete } },
    'reports.submit': { body: { ...head, figures: complete } },
    'reports.return': { body: { ...head, field: firstField, reason: 'Please check' } },
    'reports.approve': { body: head },
    'reports.correct': { body: { ...head, reason: 'Counted twice' } },
    'reports.attribute': { body: { ...head, reason: 'Entered late' } },
    'reports.approveEach': { body: { ...key, reports: [{ facilityId, month: '2024-11', basedOn: 99 }] } },
  };
}
