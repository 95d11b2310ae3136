import type { TrainingSession } from '#functions/domain/training/trainingSession.ts';
import type { Entry, EntryOf } from '#lib/outbox/entry.ts';
import type { MyTraining } from './myTrainingData.ts';
import { isOfTraining, sessionOf, type TrainingEntry } from './trainingCommands.ts';

/** My facility's training, with what waits on this device. */
export interface TrainingDesk {
  /** What the facility held or was at, the newest first, with what was entered here. */
  own: TrainingSession[];
  /** What it may have been at, and nobody has said so. */
  toJoin: TrainingSession[];
  entries: TrainingEntry[];
}

interface Place {
  facilityId: string;
  region: string;
}

/** What the network knows, and what this device has to tell it. */
export function trainingDesk(known: MyTraining | undefined, waiting: Entry[], place: Place): TrainingDesk {
  const entries = waiting.filter(isOfTraining);
  const { sessions = [], toJoin = [] } = known ?? {};
  const entered = entries
    .filter((entry) => entry.route === 'training.register')
    .filter((entry) => !sessions.some(({ sessionId }) => sessionId === sessionOf(entry)))
    .map((entry) => enteredSession(entry, place));
  const isTold = ({ sessionId }: TrainingSession) => entries.some((entry) => sessionOf(entry) === sessionId);
  return {
    own: [...entered, ...toJoin.filter(isTold), ...sessions].toSorted((a, b) => b.day.localeCompare(a.day)),
    toJoin: toJoin.filter((session) => !isTold(session)),
    entries,
  };
}

/** What was entered on this device, as it is shown once it has arrived. */
function enteredSession(
  { body }: EntryOf<'training.register'>,
  { facilityId, region }: Place,
): TrainingSession {
  const { basedOn: _, idempotencyKey: __, lines, ...told } = body;
  return {
    ...told,
    version: 0,
    host: { kind: 'facility', facilityId, region },
    lines: lines.map((line) => ({ ...line, region, version: 0 })),
  };
}
