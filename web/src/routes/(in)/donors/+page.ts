import { api } from '#lib/api/api.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { donorRows } from './donorRows.ts';

export const load: PageLoad = async ({ depends }) => {
  depends('app:donors');
  const rows = Promise.all([api.donors.list({}), api.donations.list({ query: {} })]).then(
    ([{ body: known }, { body: given }]) => donorRows(known.donors, given.donations),
  );
  await waitBriefly(rows);
  return { rows, back: '/donations' };
};
