import type { CountryPack } from '../../domain/countryPack.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import { ensure } from '../../domain/refusal.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { placedAnew } from '../../domain/training/trainingPlaces.ts';
import type { TrainingSession } from '../../domain/training/trainingSession.ts';
import { commitChange, mostItems, writesOf, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { facilityFrom, sameFacilityCheck } from '../facility/facilities.ts';
import { recordChange, type RecordChange } from '../recordKind.ts';
import { solutionFrom, solutionKey } from '../solution/solutions.ts';
import {
  facilityWrites,
  trainingFrom,
  trainingKey,
  trainingKind,
  trainingSubject,
} from './trainingSessions.ts';

/** A session with what a rule about it needs to know. */
export interface TrainingContext {
  session: TrainingSession | undefined;
  /** The other session that the command names. */
  double: TrainingSession | undefined;
  solution: Solution | undefined;
  facilities: Map<string, Facility>;
}

export interface TrainingRules {
  /** What the command names besides the session. */
  names?: { facilityIds?: string[]; solutionId?: string | undefined; doubleId?: string };
  authorise: (context: TrainingContext) => void;
  /** The session as it becomes, and the other one where that changes too. */
  decide: (context: TrainingContext) => [TrainingSession, ...TrainingSession[]];
  /** The session as whoever was overtaken may see it. */
  shown?: (session: TrainingSession) => TrainingSession;
  guards?: 'version' | 'state';
}

/** Does one command on a training session, and on the one that it is merged with. */
export function changeTraining(
  database: Database,
  pack: CountryPack,
  sessionId: string,
  command: Command,
  { names = {}, authorise, decide, shown = (session) => session, guards = 'version' }: TrainingRules,
): Promise<TrainingSession> {
  return commitChange(
    database,
    pack,
    {
      kind: trainingKind,
      subject: trainingSubject(sessionId),
      read: () => readCase(database, pack, sessionId, names),
      recordIn: ({ session }) => session,
      authorise,
      decide: (context) => {
        const { session, double, facilities } = context;
        const [after, ...others] = decide(context);
        const changes: [RecordChange<TrainingSession>, ...RecordChange[]] = [
          trainingChange(session, after, facilities),
          ...others.map((other) => trainingChange(double, other, facilities)),
        ];
        // Only who moves sessions of very many regions between months or solutions meets this.
        ensure(
          writesOf(changes, command, pack).length <= mostItems,
          'tooHigh',
          'This moves people of too many regions at once: take some of the facilities out first.',
          { field: double ? 'doubleId' : 'lines' },
        );
        return changes;
      },
      shown,
      guards,
    },
    command,
  );
}

/** A session as it becomes; the facilities that it places are where they were when that was decided. */
export function trainingChange(
  before: TrainingSession | undefined,
  after: TrainingSession,
  facilities: ReadonlyMap<string, Facility>,
): RecordChange<TrainingSession> {
  const placed = placedAnew(before, after).flatMap((facilityId) => facilities.get(facilityId) ?? []);
  return recordChange(trainingKind, before, after, [
    ...placed.map(sameFacilityCheck),
    ...facilityWrites(before, after),
  ]);
}

async function readCase(
  database: Database,
  pack: CountryPack,
  sessionId: string,
  { facilityIds = [], solutionId, doubleId }: NonNullable<TrainingRules['names']>,
): Promise<TrainingContext> {
  const ids = [...new Set(facilityIds)];
  const [item, ...others] = await database.getAll([
    trainingKey(sessionId),
    ...ids.map(facilityKey),
    ...(solutionId ? [solutionKey(pack, solutionId)] : []),
    ...(doubleId ? [trainingKey(doubleId)] : []),
  ]);
  const [solution, double] = [
    solutionId ? others[ids.length] : undefined,
    doubleId ? others.at(-1) : undefined,
  ];
  const twin = double && trainingFrom(double);
  // Whom a double brings is known once it is read.
  const brought = (twin?.lines ?? []).map(({ facilityId }) => facilityId);
  const more = await database.getAll(brought.map(facilityKey));
  return {
    session: item && trainingFrom(item),
    double: twin,
    solution: solution && solutionFrom(solution),
    facilities: facilitiesAt([...others.slice(0, ids.length), ...more]),
  };
}

/** Where a facility is kept. */
export const facilityKey = (facilityId: string) => ({ table: 'facilities' as const, key: { facilityId } });

/** The facilities in what is at their keys, by their codes. */
export function facilitiesAt(
  items: (Parameters<typeof facilityFrom>[0] | undefined)[],
): Map<string, Facility> {
  const found = items.flatMap((item) => (item ? [facilityFrom(item)] : []));
  return new Map(found.map((facility) => [facility.facilityId, facility]));
}
