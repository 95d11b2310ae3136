import { error } from '@sveltejs/kit';
import { solutionsApi } from 'virtual:api/solutions';
import { may, nation } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { solutionId }, parent }) => {
  const { caller } = await parent();
  if (!may(caller, 'writeSolution', nation)) error(403);
  const [pack, { body: solution }, { body: all }] = await Promise.all([
    countryPack(),
    solutionsApi.get({ params: { solutionId } }),
    solutionsApi.list({}),
  ]);
  return { pack, solution, solutions: all.solutions, back: `/solutions/${solutionId}` };
};
