import { m } from 'virtual:messages';
import { myTraining } from '#lib/myTraining/myTrainingData.ts';
import { waiting } from '#lib/outbox/entry.ts';
import type { PageLoad } from './$types';

/** My facility's training as this device knows it; without network and without having asked before, what was entered here. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends('app:my-facility');
  const { facility } = await parent();
  const known = await myTraining(facility.facilityId);
  return {
    training: known?.value,
    trainingChanged: known?.changed,
    waiting: await waiting().catch(() => []),
    title: m.myTraining(),
    back: '/my-facility',
  };
};
