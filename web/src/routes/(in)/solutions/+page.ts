import { solutionsApi } from 'virtual:api/solutions';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ depends }) => {
  depends('app:solutions');
  const list = solutionsApi.list({}).then(({ body }) => body.solutions);
  await waitBriefly(list);
  return { pack: await countryPack(), list, back: '/overview' };
};
