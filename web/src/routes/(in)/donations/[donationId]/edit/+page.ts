import { error } from '@sveltejs/kit';
import { donationsApi } from 'virtual:api/donations';
import { solutionsApi } from 'virtual:api/solutions';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { donationId }, parent }) => {
  const [pack, { body: donation }, { body: used }, { caller }] = await Promise.all([
    countryPack(),
    donationsApi.get({ params: { donationId } }),
    solutionsApi.list({}),
    parent(),
  ]);
  if (!may(caller, 'writeDonation', {})) error(403);
  return { pack, donation, solutions: used.solutions, back: `/donations/${donationId}` };
};
