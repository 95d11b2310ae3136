import { countryPack } from '#lib/country/countryPack.ts';
import { currentPlan } from '#lib/plan/currentPlan.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

/** The plan and all progress: every choice on the page is another look at them. */
export const load: PageLoad = async ({ depends }) => {
  depends('app:plan');
  const both = Promise.all([currentPlan(), currentProgress()]).then(([plan, progress]) => ({
    plan,
    ...progress,
  }));
  await waitBriefly(both);
  return { pack: await countryPack(), both, back: '/overview' };
};
