import { error } from '@sveltejs/kit';
import { may } from '#functions/domain/permissions.ts';
import { api } from '#lib/api/api.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { donationId }, parent }) => {
  const [pack, { body: donation }, { body: used }, { caller }] = await Promise.all([
    countryPack(),
    api.donations.get({ params: { donationId } }),
    api.solutions.list({}),
    parent(),
  ]);
  if (!may(caller, 'writeDonation', {})) error(403);
  return { pack, donation, solutions: used.solutions, back: `/donations/${donationId}` };
};
