import { error } from '@sveltejs/kit';
import { donorsApi } from 'virtual:api/donors';
import { progressApi } from 'virtual:api/progress';
import { may } from '#functions/domain/permissions.ts';
import { ProgressSums } from '#functions/domain/progress.ts';
import { session } from '#lib/auth/session.svelte.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { monthOfUse } from '#lib/progress/monthOfUse.ts';
import { monthsShown } from '#lib/progress/series.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { impactOf } from './impact.ts';

export const load: PageLoad = async ({ params: { donorId }, parent, depends }) => {
  depends('app:donors');
  const { caller } = await parent();
  if (!may(caller, 'readDonation', { donorIds: [donorId] })) error(404);
  const impact = Promise.all([currentProgress(), cubeOf(donorId)]).then(([{ sums, pack }, cube]) => {
    const month = monthOfUse({ sums, months: monthsShown(sums, session.today) });
    return { pack, ...impactOf(cube, new ProgressSums(cube, pack), pack, month) };
  });
  // Of a donor whom nobody knows nothing is said, not that it gave nothing.
  const [{ body: donor }] = await Promise.all([donorsApi.get({ params: { donorId } }), waitBriefly(impact)]);
  return { impact, donor, back: caller.role === 'donor' ? undefined : `/donations?donorId=${donorId}` };
};

async function cubeOf(donorId: string) {
  const answer = await progressApi.equipment({ query: { scope: `donor:${donorId}` }, headers: {} });
  if (answer.status === 304) throw new Error('Nobody asked for a change.');
  return answer.body;
}
