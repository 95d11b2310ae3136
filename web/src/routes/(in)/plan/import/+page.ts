import { error } from '@sveltejs/kit';
import { planApi } from 'virtual:api/plan';
import { may, nation } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const [pack, { caller }, { body }] = await Promise.all([countryPack(), parent(), planApi.whole({})]);
  if (!may(caller, 'writePlan', nation)) error(403);
  return { pack, targets: body.targets, back: '/plan' };
};
