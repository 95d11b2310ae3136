import { session } from '#lib/auth/session.svelte.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { monthsShown } from '#lib/progress/series.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

/** Progress is asked for once: every choice on the page is another look at it. */
export const load: PageLoad = async ({ depends }) => {
  depends('app:progress');
  const progress = withOtherPages();
  await waitBriefly(progress);
  return { progress };
};

/** Progress, with the page of it where that is not the one that most are shown. */
async function withOtherPages() {
  const progress = await currentProgress();
  const isLive = !progress.sums.isReleased && monthsShown(progress.sums, session.today).length > 0;
  return { ...progress, other: isLive ? undefined : await import('./otherPages.ts') };
}
