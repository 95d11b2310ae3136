import { donationsApi } from 'virtual:api/donations';
import { donorsApi } from 'virtual:api/donors';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, depends }) => {
  depends('app:donations');
  const donorId = url.searchParams.get('donorId') ?? '';
  const given = Promise.all([donorsApi.list({}), donationsApi.list({ query: { donorId } })]).then(
    ([{ body: known }, { body }]) => ({
      donors: known.donors,
      donations: body.donations.toSorted((a, b) => b.pledgedOn.localeCompare(a.pledgedOn)),
    }),
  );
  await waitBriefly(given);
  return { donorId, given };
};
