import { currentProgress } from '#lib/progress/currentProgress.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { LayoutLoad } from './$types';

/** The country's progress, asked for once for every month and region that is then looked at. */
export const load: LayoutLoad = async ({ depends }) => {
  depends('app:progress');
  const progress = currentProgress();
  await waitBriefly(progress);
  return { progress };
};
