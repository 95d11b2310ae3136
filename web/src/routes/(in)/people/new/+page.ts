import { error } from '@sveltejs/kit';
import { donorsApi } from 'virtual:api/donors';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  const { caller } = await parent();
  if (!may(caller, 'writePerson')) error(403);
  const [pack, { body }] = await Promise.all([countryPack(), donorsApi.list({})]);
  return { pack, donors: body.donors, back: '/people' };
};
