import { error } from '@sveltejs/kit';
import { donorsApi } from 'virtual:api/donors';
import { peopleApi } from 'virtual:api/people';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { accountId }, parent }) => {
  const { caller } = await parent();
  if (!may(caller, 'writePerson')) error(403);
  const [pack, { body: account }, { body: given }] = await Promise.all([
    countryPack(),
    peopleApi.get({ params: { accountId } }),
    donorsApi.list({}),
  ]);
  return { pack, account, donors: given.donors, back: `/people/${accountId}` };
};
