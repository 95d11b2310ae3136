import type { Caller } from '../caller.ts';
import type { RegionCode } from '../countryPack.ts';
import { ensureFound, may, nation, type Place } from '../permissions.ts';
import { ensure } from '../refusal.ts';
import type { TrainingHost, TrainingLine, TrainingSession } from './trainingSession.ts';

/** Where a session was held, as permissions need to know it. */
export function placeOfHost(host: TrainingHost): Place {
  if (host.kind === 'nation') return nation;
  return { region: host.region, ...(host.kind === 'facility' && { facilityId: host.facilityId }) };
}

/** Where those of a line are from. */
export function placeOfLine({ facilityId, region }: Pick<TrainingLine, 'facilityId' | 'region'>): Place {
  return { facilityId, region };
}

/** Whether the caller may tell of those of a facility. */
export function mayTellOf(caller: Caller) {
  return (line: Pick<TrainingLine, 'facilityId' | 'region'>): boolean =>
    may(caller, 'writeTraining', placeOfLine(line));
}

/** Whether the caller sees all of a session, and not only those of some facilities. */
export function seesWhole(caller: Caller, { host }: Pick<TrainingSession, 'host'>): boolean {
  return may(caller, 'readTraining', placeOfHost(host));
}

/**
 * Whether the caller may see that there is a session: where it was held or people came from, and, so that people can be told
 * of, a national one and one of the region that is a head's own (`home`).
 */
export function maySeeSession(caller: Caller, session: TrainingSession, home?: RegionCode): boolean {
  const { host, lines } = session;
  if (seesWhole(caller, session)) return true;
  if (lines.some((line) => may(caller, 'readTraining', placeOfLine(line)))) return true;
  const isReader = home !== undefined || may(caller, 'readTraining');
  return host.kind === 'nation' ? isReader : host.region === home;
}

/** Refuses as missing what the caller may not see. */
export function ensureSeesSession(
  caller: Caller,
  session: TrainingSession | undefined,
  home?: RegionCode,
): asserts session is TrainingSession {
  ensureFound(session, 'readTraining');
  ensureFound(maySeeSession(caller, session, home) || undefined, 'readTraining');
}

/** Refuses who enters no training at all, wherever it was held. */
export function ensureEnters(caller: Caller): void {
  const { facilityId } = caller;
  const isOwn = facilityId !== undefined && may(caller, 'writeTraining', { facilityId });
  ensure(isOwn || may(caller, 'writeTraining'), 'forbidden', 'Your role may not do this.');
}

/** Refuses who may not say what a session was. */
export function ensureMayEdit(
  caller: Caller,
  session: TrainingSession | undefined,
  home?: RegionCode,
): asserts session is TrainingSession {
  ensureSeesSession(caller, session, home);
  ensure(mayEdit(caller, session), 'forbidden', 'Your role may not do this.');
}

/** Whether the caller may say what a session was: when, about what and where. */
export function mayEdit(caller: Caller, { host }: Pick<TrainingSession, 'host'>): boolean {
  return may(caller, 'writeTraining', placeOfHost(host));
}

/** Refuses who may not cancel a session: a head does not where others came as well. */
export function ensureMayCancel(
  caller: Caller,
  session: TrainingSession | undefined,
  home?: RegionCode,
): asserts session is TrainingSession {
  ensureMayEdit(caller, session, home);
  ensure(mayCancel(caller, session), 'forbidden', 'People of other facilities came too: ask your manager.');
}

/** Whether the caller may cancel it. */
export function mayCancel(caller: Caller, session: Pick<TrainingSession, 'host' | 'lines'>): boolean {
  const isManaged = may(caller, 'mergeTraining', placeOfHost(session.host));
  return isManaged || (mayEdit(caller, session) && session.lines.every(mayTellOf(caller)));
}

/** A session as the caller may see it: of those who came from elsewhere, nothing is told. */
export function sessionSeenBy(caller: Caller, session: TrainingSession): TrainingSession {
  if (seesWhole(caller, session)) return session;
  return {
    ...session,
    lines: session.lines.filter((line) => may(caller, 'readTraining', placeOfLine(line))),
  };
}
