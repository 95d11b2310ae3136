import { error } from '@sveltejs/kit';
import { trainingApi } from 'virtual:api/training';
import { mayEdit } from '#functions/domain/training/trainingPermissions.ts';
import { myTraining } from '#lib/myTraining/myTrainingData.ts';
import type { PageLoad } from './$types';

/** What a session was that my facility held. */
export const load: PageLoad = async ({ params: { sessionId }, parent }) => {
  const { caller, facility } = await parent();
  const [known, { body }] = await Promise.all([
    myTraining(facility.facilityId),
    trainingApi.get({ params: { sessionId } }),
  ]);
  const { session } = body;
  if (!mayEdit(caller, session) || session.cancelled) error(403);
  return { session, solutions: known?.value.solutions ?? [], back: `/my-facility/training/${sessionId}` };
};
