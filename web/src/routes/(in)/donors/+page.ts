import { donationsApi } from 'virtual:api/donations';
import { donorsApi } from 'virtual:api/donors';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { donorRows } from './donorRows.ts';

export const load: PageLoad = async ({ depends }) => {
  depends('app:donors');
  const rows = Promise.all([donorsApi.list({}), donationsApi.list({ query: {} })]).then(
    ([{ body: known }, { body: given }]) => donorRows(known.donors, given.donations),
  );
  await waitBriefly(rows);
  return { rows, back: '/donations' };
};
