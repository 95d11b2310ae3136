import { error } from '@sveltejs/kit';
import { donorsApi } from 'virtual:api/donors';
import { progressApi } from 'virtual:api/progress';
import { may } from '#functions/domain/permissions.ts';
import { session } from '#lib/auth/session.svelte.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { impactOf } from './impact.ts';

export const load: PageLoad = async ({ params: { donorId }, parent, depends }) => {
  depends('app:donors');
  const { caller } = await parent();
  if (!may(caller, 'readDonation', { donorIds: [donorId] })) error(404);
  const impact = Promise.all([progressApi.ofDonor({ params: { donorId } }), countryPack()]).then(
    ([{ body }, pack]) => impactOf(body, pack, session.today),
  );
  // Of a donor whom nobody knows nothing is said, not that it gave nothing.
  const [{ body: donor }] = await Promise.all([donorsApi.get({ params: { donorId } }), waitBriefly(impact)]);
  return { impact, donor, back: caller.role === 'donor' ? undefined : `/donations?donorId=${donorId}` };
};
