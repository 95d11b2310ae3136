import { error } from '@sveltejs/kit';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  if (!may(caller, 'writePerson')) error(403);
  return { pack, back: '/people' };
};
