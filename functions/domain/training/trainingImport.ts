import * as z from 'zod/mini';
import { accepted, decideEach, type Accepted, type Decision } from '../importRows.ts';
import { plainText } from '../plainText.ts';
import { Refusal, ensure } from '../refusal.ts';
import type { Solution } from '../solution/solution.ts';
import { editSession, registerSession, type TrainingCase } from './trainingRules.ts';
import { ToldLine, ToldSession, type TrainingHost, type TrainingSession } from './trainingSession.ts';

/** What a row of an import says: a session, and those of one facility who came. */
export const TrainingImportRow = z.extend(z.omit(ToldSession, { lines: true }), ToldLine.shape);
export type TrainingImportRow = z.infer<typeof TrainingImportRow>;

/** A row, and the session that it is about: those of several facilities at one session are as many rows. */
export type TrainingOfRow = TrainingImportRow & { sessionId: string };

/** What is on record of what the rows name. */
export interface TrainingOnRecord {
  sessions: ReadonlyMap<string, TrainingSession>;
  solutions: ReadonlyMap<string, Solution>;
  facilities: TrainingCase['facilities'];
}

interface Circumstances extends Pick<TrainingCase, 'pack' | 'today' | 'mayTellOf'> {
  /** Whether the caller may enter what was held there. */
  mayEnterAt: (host: TrainingHost) => boolean;
}

/** Decides what becomes of each row. */
export function decideTraining(
  rows: TrainingOfRow[],
  onRecord: TrainingOnRecord,
  on: Circumstances,
): Decision<TrainingSession>[] {
  const sofar = new Map<string, TrainingSession>();
  const seen = new Set<string>();
  return decideEach(rows, (row) => {
    const { sessionId, facilityId } = row;
    ensure(!seen.has(`${sessionId} ${facilityId}`), 'alreadyExists', 'An earlier row tells of them.', {
      field: 'facilityId',
    });
    const decided = decideRow(row, sofar.get(sessionId), onRecord, on);
    seen.add(`${sessionId} ${facilityId}`);
    sofar.set(sessionId, decided.after);
    return decided;
  });
}

function decideRow(
  { sessionId, facilityId, staff, ...facts }: TrainingOfRow,
  earlier: TrainingSession | undefined,
  { sessions, solutions, facilities }: TrainingOnRecord,
  on: Circumstances,
): Accepted<TrainingSession> {
  const known = sessions.get(sessionId);
  const line = { facilityId, staff };
  if (earlier) ensureSame(earlier, facts);
  const before = earlier ?? known;
  const lines = [
    ...(before?.lines ?? []).flatMap((one) =>
      one.facilityId === facilityId ? [] : [{ facilityId: one.facilityId, staff: one.staff }],
    ),
    line,
  ];
  const circumstances = { ...on, facilities, solution: solutions.get(facts.solutionId ?? '') };
  const told = { ...facts, lines };
  const after = toldOfRow(() =>
    known ? editSession(known, told, circumstances) : registerSession(sessionId, told, circumstances),
  );
  ensure(on.mayEnterAt(after.host), 'notFound', 'There is no such host where you enter training.', {
    field: 'host',
  });
  return accepted(before, after);
}

/** A refusal names the fields of the row, which is one line of its session. */
function toldOfRow(decide: () => TrainingSession): TrainingSession {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof Refusal) || error.details.field === undefined) throw error;
    const field = error.details.field.replace(/^lines\.\d+\./, '').replace(/^lines$/, 'facilityId');
    throw new Refusal(error.code, error.message, { ...error.details, field });
  }
}

/** What an earlier row tells of the session itself, this one tells as well. */
function ensureSame(earlier: TrainingSession, facts: Pick<TrainingOfRow, 'provider' | 'hours'>): void {
  const { provider, hours } = earlier;
  ensure(
    plainText([provider, hours]) === plainText([facts.provider, facts.hours]),
    'wrongState',
    'An earlier row tells otherwise of this session.',
    { field: provider === facts.provider ? 'hours' : 'provider' },
  );
}
