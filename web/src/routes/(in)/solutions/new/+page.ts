import { error } from '@sveltejs/kit';
import { solutionsApi } from 'virtual:api/solutions';
import { may, nation } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { caller } = await parent();
  if (!may(caller, 'writeSolution', nation)) error(403);
  const [pack, { body }] = await Promise.all([countryPack(), solutionsApi.list({})]);
  return { pack, solutions: body.solutions, back: '/solutions' };
};
