import { error } from '@sveltejs/kit';
import { donorsApi } from 'virtual:api/donors';
import { solutionsApi } from 'virtual:api/solutions';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
  const { caller } = await parent();
  if (!may(caller, 'writeDonation', {})) error(403);
  const [pack, { body: known }, { body: used }] = await Promise.all([
    countryPack(),
    donorsApi.list({}),
    solutionsApi.list({}),
  ]);
  const donorId = known.donors.find((donor) => donor.donorId === url.searchParams.get('donorId'))?.donorId;
  return { pack, donors: known.donors, solutions: used.solutions, donorId, back: '/donations' };
};
