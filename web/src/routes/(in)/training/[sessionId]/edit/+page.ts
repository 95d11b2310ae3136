import { error } from '@sveltejs/kit';
import { trainingApi } from 'virtual:api/training';
import { mayEdit } from '#functions/domain/training/trainingPermissions.ts';
import { namesIn } from '#lib/training/words.ts';
import type { PageLoad } from './$types';
import { enterable } from '../../enterable.ts';

export const load: PageLoad = async ({ params: { sessionId }, parent }) => {
  const { caller } = await parent();
  const [choices, { body }] = await Promise.all([
    enterable(caller),
    trainingApi.get({ params: { sessionId } }),
  ]);
  const { session, facilities } = body;
  if (!mayEdit(caller, session) || session.cancelled) error(403);
  return { ...choices, session, names: namesIn(facilities), back: `/training/${sessionId}` };
};
