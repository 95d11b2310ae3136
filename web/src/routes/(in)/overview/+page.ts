import { currentProgress } from '#lib/progress/currentProgress.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

/** Progress is asked for once: every choice on the page is another look at it. */
export const load: PageLoad = async ({ depends }) => {
  depends('app:progress');
  const progress = currentProgress();
  await waitBriefly(progress);
  return { progress };
};
