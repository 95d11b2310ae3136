import * as z from 'zod/mini';
import { Day, monthOf, type Month } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Row } from '../../domain/contribution.ts';
import { rowOfHost, trainingContributions } from '../../domain/training/trainingContributions.ts';
import { ensure } from '../../domain/refusal.ts';
import { sessionPattern } from '../../domain/training/bounds.ts';
import { facilitiesIn } from '../../domain/training/trainingPlaces.ts';
import { TrainingSession } from '../../domain/training/trainingSession.ts';
import type { Database } from '../database.ts';
import { versionedPut, type RecordKind } from '../recordKind.ts';
import type { Item, Key, Write } from '../write.ts';

/** Training sessions as records that progress is made of. */
export const trainingKind: RecordKind<TrainingSession> = {
  name: 'training sessions',
  table: 'trainingSessions',
  subjectOf: ({ sessionId }) => trainingSubject(sessionId),
  // They are few, and two that are merged meet the same rows.
  shardBy: () => 'training',
  from: trainingFrom,
  parse: (kept) => TrainingSession.parse(kept),
  write: trainingWrite,
  contributions: trainingContributions,
};

/** The subject of a session's history. */
export const trainingSubject = (sessionId: string) => `training#${sessionId}`;

/** Where a session is kept. */
export function trainingKey(sessionId: string): { table: 'trainingSessions'; key: Key } {
  return { table: 'trainingSessions', key: { sessionId } };
}

/** The record without the keys of its indexes. */
export function trainingFrom({ row: _, month: __, ...session }: Item): TrainingSession {
  return TrainingSession.parse(session);
}

function trainingWrite(session: TrainingSession, pack: CountryPack): Write {
  const { day, host, version } = session;
  const item = { ...session, row: rowOfHost(host, pack), month: monthOf(day) };
  return versionedPut('trainingSessions', item, version);
}

/** Names the session at each facility that it has come to name; written with it. */
export function facilityWrites(before: TrainingSession | undefined, after: TrainingSession): Write[] {
  const known = new Set(before && facilitiesIn(before));
  const { sessionId } = after;
  return facilitiesIn(after)
    .filter((facilityId) => !known.has(facilityId))
    .map((facilityId) => ({ table: 'facilitySessions', kind: 'put', item: { facilityId, sessionId } }));
}

/** Which sessions are looked for: those of a month, or of a row, and there between two days. */
export type SessionsWanted = { month: Month } | { row: Row; from: Day; to: Day };

/** Where a page of such sessions goes on. */
export interface SessionPosition {
  day: Day;
  sessionId: string;
}

/** A position as addresses have it: `2024-10-05~training-1`. */
export const addressOf = ({ day, sessionId }: SessionPosition): string => `${day}~${sessionId}`;

/** The position that an address names; refused where it names none. */
export function positionOf(address: string): SessionPosition {
  const [day = '', sessionId = '', ...rest] = address.split('~');
  const isPosition = rest.length === 0 && z.safeParse(Day, day).success && sessionPattern.test(sessionId);
  ensure(isPosition, 'invalid', 'This is not a page of this list.', { field: 'page' });
  return { day, sessionId };
}

export class TrainingSessions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One session, or undefined. */
  async find(sessionId: string): Promise<TrainingSession | undefined> {
    const [session] = await this.these([sessionId]);
    return session;
  }

  /** Those of these sessions that are on record. */
  async these(sessionIds: string[]): Promise<TrainingSession[]> {
    const items = await this.#database.getAll(sessionIds.map(trainingKey));
    return this.#readable(items.filter((item) => item !== undefined));
  }

  /** All that a facility has held or sent people to, as they are now; those that were acknowledged are all there. */
  async everOf(facilityId: string): Promise<TrainingSession[]> {
    const query = { key: 'facilityId', equals: facilityId, isConsistent: true };
    const items = await this.#database.query('facilitySessions', query);
    const sessions = await this.these(items.map(({ sessionId }) => String(sessionId)));
    return sessions.filter((session) => facilitiesIn(session).includes(facilityId));
  }

  /** Sessions, the newest first, so many at a time; `next` is where the following ones begin. */
  async newest(
    wanted: SessionsWanted,
    { limit, from }: { limit: number; from?: SessionPosition },
  ): Promise<{ sessions: TrainingSession[]; read: number; next?: SessionPosition }> {
    const [index, key, equals] =
      'month' in wanted ? ['byMonth', 'month', wanted.month] : ['byRow', 'row', wanted.row];
    const sort = 'row' in wanted && { key: 'day', from: wanted.from, to: wanted.to };
    const query = { index, key, equals, limit, newestFirst: true, ...(sort && { sort }) };
    const { items, next } = await this.#database.queryPage(
      'trainingSessions',
      query,
      from && { [key]: equals, ...from },
    );
    return {
      sessions: this.#readable(items),
      read: items.length,
      ...(next && { next: { day: String(next['day']), sessionId: String(next['sessionId']) } }),
    };
  }

  #readable(items: Item[]): TrainingSession[] {
    return this.#database.readable('trainingSessions', items, trainingFrom);
  }
}
