import type { Staff, ToldSession } from '#functions/domain/training/trainingSession.ts';
import { newKey, type Entry, type EntryOf, type Route } from '#lib/outbox/entry.ts';

type TrainingRoute = Extract<Route, `training.${string}`>;

/** A command on training that waits on this device, or was refused. */
export type TrainingEntry = { [R in TrainingRoute]: EntryOf<R> }[TrainingRoute];

/** Whether a command is about training. */
export function isOfTraining(entry: Entry): entry is TrainingEntry {
  return entry.route.startsWith('training.');
}

/** What the outbox calls a session. */
export function subjectOf(sessionId: string): string {
  return `training ${sessionId}`;
}

/** The session that a command is about. */
export function sessionOf(entry: TrainingEntry): string {
  return entry.route === 'training.register' ? entry.body.sessionId : entry.params.sessionId;
}

/** Enters a session that the own facility held. */
export function registrationOf(sessionId: string, told: ToldSession): EntryOf<'training.register'> {
  const body = { ...told, sessionId, basedOn: 0, idempotencyKey: newKey() };
  return { ...headOf(sessionId), route: 'training.register', body };
}

/** Tells who of the own facility was at a session; `basedOn` is the version of what is known of that, 0 where nothing is. */
export function lineOf(
  { sessionId, facilityId }: { sessionId: string; facilityId: string },
  staff: Staff,
  basedOn: number,
): EntryOf<'training.tellLine'> {
  const body = { staff, basedOn, idempotencyKey: newKey() };
  return { ...headOf(sessionId), route: 'training.tellLine', params: { sessionId, facilityId }, body };
}

function headOf(sessionId: string) {
  return { id: newKey(), subject: subjectOf(sessionId), at: Date.now() };
}
