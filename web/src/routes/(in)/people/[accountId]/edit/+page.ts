import { error } from '@sveltejs/kit';
import { peopleApi } from 'virtual:api/people';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { accountId }, parent }) => {
  const { caller } = await parent();
  if (!may(caller, 'writePerson')) error(403);
  const [pack, { body: account }] = await Promise.all([
    countryPack(),
    peopleApi.get({ params: { accountId } }),
  ]);
  return { pack, account, back: `/people/${accountId}` };
};
