import { trainingContributions } from '../../domain/training/trainingContributions.ts';
import { addressOf, positionOf, TrainingSessions } from '../training/trainingSessions.ts';
import { counted, type Opened, type Step } from './counted.ts';

/** As many as one answer of the index holds; it may hold fewer. */
const pageSize = 500;

/**
 * The sessions that a row's figure of a month is the sum of: one request for a page. People came from other rows than the
 * session's own, so that all sessions of the month are looked through.
 */
export async function trainingStep(opened: Opened): Promise<Step> {
  const { database, at, page } = opened;
  const from = page === undefined ? undefined : positionOf(page);
  const { sessions, next } = await new TrainingSessions(database).newest(
    { month: at.month },
    { limit: pageSize, ...(from && { from }) },
  );
  const records = counted(opened, sessions, trainingContributions, ({ sessionId, day, provider }) => ({
    kind: 'trainingSession',
    recordId: sessionId,
    day,
    title: provider,
  }));
  return { records, places: [], ...(next && { next: addressOf(next) }) };
}
