import { solutionsApi } from 'virtual:api/solutions';
import { trainingApi } from 'virtual:api/training';
import type { ProperNames } from '#functions/domain/names.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import type { TrainingSession } from '#functions/domain/training/trainingSession.ts';
import { NoNetwork } from '#lib/api/errors.ts';
import { changeKept, keptFirst, type KeptFirst } from '#lib/api/answerCache.ts';

/** What my facility held or was at, what it may have been at, and what sessions can be about. */
export interface MyTraining {
  sessions: TrainingSession[];
  toJoin: TrainingSession[];
  facilities: { facilityId: string; names: ProperNames }[];
  solutions: Pick<Solution, 'solutionId' | 'names' | 'stages'>[];
}

/** My facility's training, as this device last knew it or, the first time, from the network; undefined without either. */
export async function myTraining(facilityId: string): Promise<KeptFirst<MyTraining> | undefined> {
  const known = keptFirst('training', async () => {
    const [{ body }, { body: known }] = await Promise.all([
      trainingApi.ofFacility({ params: { facilityId } }),
      solutionsApi.list({}),
    ]);
    const solutions = known.solutions.map(({ solutionId, names, stages }) => ({ solutionId, names, stages }));
    return { ...body, solutions };
  });
  return known.catch((error: unknown) => {
    if (error instanceof NoNetwork) return undefined;
    throw error;
  });
}

/** Keeps a session that a command answered with. */
export function rememberSession(session: TrainingSession): Promise<void> {
  const others = (some: TrainingSession[]) => some.filter(({ sessionId }) => sessionId !== session.sessionId);
  const isOwn = session.lines.length > 0;
  return changeKept<MyTraining>('training', ({ sessions, toJoin, ...rest }) => ({
    ...rest,
    sessions: isOwn
      ? [...others(sessions), session].toSorted((a, b) => b.day.localeCompare(a.day))
      : others(sessions),
    toJoin: isOwn ? others(toJoin) : [session, ...others(toJoin)],
  }));
}
