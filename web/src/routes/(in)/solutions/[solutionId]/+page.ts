import { solutionsApi } from 'virtual:api/solutions';
import { may, nation } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { solutionId }, depends, parent }) => {
  depends('app:solution');
  const params = { solutionId };
  const { caller } = await parent();
  const solution = solutionsApi.get({ params }).then(({ body }) => body);
  const history = may(caller, 'readHistory', nation)
    ? solutionsApi.history({ params }).then(({ body }) => body.lines)
    : undefined;
  const progress = currentProgress();
  await waitBriefly(Promise.all([solution, history, progress]));
  return { pack: await countryPack(), solution, history, progress, back: '/solutions' };
};
