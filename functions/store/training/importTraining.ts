import { createHash } from 'node:crypto';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Accepted, Decision } from '../../domain/importRows.ts';
import { plainText } from '../../domain/plainText.ts';
import type {
  TrainingImportRow,
  TrainingOfRow,
  TrainingOnRecord,
} from '../../domain/training/trainingImport.ts';
import type { TrainingSession } from '../../domain/training/trainingSession.ts';
import type { Import } from '../importRows.ts';
import type { RecordChange } from '../recordKind.ts';
import { solutionFrom, solutionKey } from '../solution/solutions.ts';
import type { Item } from '../write.ts';
import { facilitiesAt, facilityKey, trainingChange } from './changeTraining.ts';
import { trainingFrom, trainingKey, trainingSubject } from './trainingSessions.ts';

/** An import of sessions, in rows of one facility each. */
export function trainingImport(
  rows: TrainingImportRow[],
  pack: CountryPack,
  decide: (rows: TrainingOfRow[], onRecord: TrainingOnRecord) => Decision<TrainingSession>[],
): Import<TrainingSession> {
  const ofRows = rows.map((row) => ({ ...row, sessionId: sessionIdOf(row) }));
  const ids = ofRows.map(({ sessionId }) => sessionId);
  const facilityIds = [...new Set(rows.flatMap(facilitiesOf))];
  const solutionIds = [...new Set(rows.flatMap(({ solutionId }) => solutionId ?? []))];
  const facilities = (items: (Item | undefined)[]) =>
    facilitiesAt(items.slice(ids.length, ids.length + facilityIds.length));
  const sessions = (items: (Item | undefined)[]) => {
    const found = items.slice(0, ids.length).flatMap((item) => (item ? [trainingFrom(item)] : []));
    return new Map(found.map((session) => [session.sessionId, session]));
  };
  const solutions = (items: (Item | undefined)[]) => {
    const found = items
      .slice(ids.length + facilityIds.length)
      .flatMap((item) => (item ? [solutionFrom(item)] : []));
    return new Map(found.map((solution) => [solution.solutionId, solution]));
  };
  return {
    ids,
    subjectOf: trainingSubject,
    keys: [
      ...ids.map(trainingKey),
      ...facilityIds.map(facilityKey),
      ...solutionIds.map((solutionId) => solutionKey(pack, solutionId)),
    ],
    decide: (items) =>
      decide(ofRows, {
        sessions: sessions(items),
        facilities: facilities(items),
        solutions: solutions(items),
      }),
    changesOf: (accepted, items) => changesOf(accepted, sessions(items), facilities(items)),
    // Its rows are one session, and written once.
    groupOf: ({ sessionId }) => sessionId,
  };
}

function facilitiesOf({ facilityId, host }: TrainingImportRow): string[] {
  return host.kind === 'facility' ? [facilityId, host.facilityId] : [facilityId];
}

/** What was held by the same host on the same day about the same is the same session, however its topic is spaced. */
function sessionIdOf({ day, solutionId, topic = '', mode, host }: TrainingImportRow): string {
  const about = solutionId ?? topic.toLowerCase().replace(/\s+/g, ' ');
  const digest = createHash('sha256')
    .update(plainText([day, about, mode, host]))
    .digest('hex');
  return `import-${digest.slice(0, 24)}`;
}

/** Each session once, as the last of its rows leaves it. */
function changesOf(
  accepted: Accepted<TrainingSession>[],
  known: Map<string, TrainingSession>,
  facilities: TrainingOnRecordFacilities,
): RecordChange[] {
  const last = new Map(accepted.map(({ after }) => [after.sessionId, after]));
  return [...last.values()].map((after) => trainingChange(known.get(after.sessionId), after, facilities));
}

type TrainingOnRecordFacilities = ReturnType<typeof facilitiesAt>;
