import { error } from '@sveltejs/kit';
import { donorsApi } from 'virtual:api/donors';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { donorId }, parent }) => {
  const [pack, { body: donor }, { caller }] = await Promise.all([
    countryPack(),
    donorsApi.get({ params: { donorId } }),
    parent(),
  ]);
  if (!may(caller, 'writeDonation', {})) error(403);
  return { pack, donor, back: `/donations?donorId=${donorId}` };
};
