import { m } from 'virtual:messages';
import { myTraining } from '#lib/myTraining/myTrainingData.ts';
import { ownForm, type TypedOwn } from '#lib/myTraining/typedOwn.ts';
import { keptTyping } from '#lib/offline/keptForm.svelte.ts';
import { waiting } from '#lib/outbox/entry.ts';
import type { PageLoad } from './$types';

/** A session of my facility, or `new`, with what waits and what is typed about it. */
export const load: PageLoad = async ({ depends, params: { sessionId }, parent }) => {
  depends('app:my-facility');
  const { facility } = await parent();
  const known = await myTraining(facility.facilityId);
  return {
    sessionId,
    training: known?.value,
    waiting: await waiting().catch(() => []),
    kept: await keptTyping<TypedOwn>(ownForm(sessionId)),
    title: m.myTraining(),
    back: '/my-facility/training',
  };
};
