import { trainingApi } from 'virtual:api/training';
import type { TrainingSession } from '#functions/domain/training/trainingSession.ts';
import { shaped } from '#lib/offline/localStorage.ts';
import { Editing } from '#lib/record/editing.svelte.ts';
import { formOf, merged, toldOf, type Typed } from './sessionForm.ts';

/** The form of a session that others may correct meanwhile. */
export function sessionEditing(session: TrainingSession): Editing<TrainingSession, Typed> {
  const isRecord = shaped<TrainingSession>('sessionId', 'version', 'lines');
  return new Editing({ record: session, formOf, merged, isRecord });
}

/** Sends what the form says; answers what is saved, or nothing where it has to be looked at once more, on top of what others did. */
export async function saveSession(
  editing: Editing<TrainingSession, Typed>,
  sessionId: string,
): Promise<TrainingSession | undefined> {
  const body = toldOf(editing.typed);
  let saved: TrainingSession | undefined;
  await editing.save(body, async (head) => {
    saved = (await trainingApi.edit({ params: { sessionId }, body: { ...body, ...head } })).body;
  });
  return saved;
}
