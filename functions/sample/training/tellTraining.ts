import type { CountryPack } from '../../domain/countryPack.ts';
import { writesOf } from '../../store/change.ts';
import type { Database } from '../../store/database.ts';
import { trainingChange } from '../../store/training/changeTraining.ts';
import type { TrainingStory } from './trainingStories.ts';

/** Writes what became of a session, as its commands do; nobody else writes, so nothing is read before. */
export async function tellTraining(
  database: Database,
  pack: CountryPack,
  story: TrainingStory,
): Promise<void> {
  for (const [index, { action, session, by, at }] of story.entries()) {
    const idempotencyKey = `sample-${action}`;
    const command = { action, basedOn: index, idempotencyKey, content: { session }, by, at };
    const change = trainingChange(story[index - 1]?.session, session, new Map());
    await database.transact(writesOf([change], command, pack));
  }
}
