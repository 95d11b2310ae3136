import { currentProgress } from '#lib/progress/current.ts';
import { soon } from '#lib/soon.ts';
import type { LayoutLoad } from './$types';

/** The country's progress, asked for once for every month and region that is then looked at. */
export const load: LayoutLoad = async ({ depends }) => {
  depends('app:progress');
  const progress = currentProgress();
  await soon(progress);
  return { progress };
};
