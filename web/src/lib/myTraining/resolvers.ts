import type { TrainingSession } from '#functions/domain/training/trainingSession.ts';
import type { Answered } from '#lib/outbox/outcome.ts';
import type { Settled } from '#lib/outbox/settled.ts';
import { rememberSession } from './myTrainingData.ts';

/** What the server took of a session is known at once; what it refused stays for the head to look at. */
export async function sessionAnswered(
  _: unknown,
  answered: Answered<TrainingSession>,
): Promise<Settled<TrainingSession>> {
  if (answered.kind === 'done') await rememberSession(answered.record);
  return { answered, stays: answered.kind === 'refused' };
}
