import { monthOf } from '../calendar.ts';
import type { Facility } from '../facility/facility.ts';
import { regionInMonth } from '../facility/facilityRegion.ts';
import { plainText } from '../plainText.ts';
import type { TrainingSession } from './trainingSession.ts';

/** A facility moved: the session, and those who came from there, count where it was in that month. */
export function followFacility(session: TrainingSession, facility: Facility): TrainingSession {
  return { ...placedWith(session, facility), version: session.version + 1 };
}

/** Whether something of a session counts elsewhere than where a facility was in its month. */
export function isBehind(session: TrainingSession, facility: Facility): boolean {
  return plainText(placedWith(session, facility)) !== plainText(session);
}

function placedWith(session: TrainingSession, facility: Facility): TrainingSession {
  const region = regionInMonth(facility, monthOf(session.day));
  const isIts = (one: { facilityId: string }) => one.facilityId === facility.facilityId;
  const { host, lines } = session;
  return {
    ...session,
    host: host.kind === 'facility' && isIts(host) ? { ...host, region } : host,
    lines: lines.map((line) => (isIts(line) ? { ...line, region } : line)),
  };
}

/** The facilities whose place in a session is decided anew: what is written must find them as they were read. */
export function placedAnew(before: TrainingSession | undefined, after: TrainingSession): string[] {
  const isSameMonth = before && monthOf(before.day) === monthOf(after.day);
  const known = new Map(before && isSameMonth ? placesOf(before) : []);
  return [...new Map(placesOf(after))].flatMap(([facilityId, region]) =>
    known.get(facilityId) === region ? [] : [facilityId],
  );
}

/** The facilities that a session names, host included. */
export function facilitiesIn(session: TrainingSession): string[] {
  return [...new Map(placesOf(session)).keys()];
}

function placesOf({ host, lines }: TrainingSession): [facilityId: string, region: string][] {
  const places = lines.map(({ facilityId, region }): [string, string] => [facilityId, region]);
  return host.kind === 'facility' ? [[host.facilityId, host.region], ...places] : places;
}
