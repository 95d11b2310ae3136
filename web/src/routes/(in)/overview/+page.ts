import { currentProgress } from '#lib/progress/current.ts';
import { soon } from '#lib/soon.ts';
import type { PageLoad } from './$types';

/** Progress is asked for once: every choice on the page is another look at it. */
export const load: PageLoad = async ({ depends }) => {
  depends('app:progress');
  const progress = currentProgress();
  await soon(progress);
  return { progress };
};
