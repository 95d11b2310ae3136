import { error } from '@sveltejs/kit';
import { solutionsApi } from 'virtual:api/solutions';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const [pack, { caller }, { body }] = await Promise.all([countryPack(), parent(), solutionsApi.list({})]);
  if (!may(caller, 'importEquipment')) error(403);
  return { pack, solutions: body.solutions, back: '/equipment/list' };
};
