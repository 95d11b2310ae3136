import { error } from '@sveltejs/kit';
import { planApi } from 'virtual:api/plan';
import type { HistoryLine } from '#functions/domain/history.ts';
import { may, nation } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import type { PageLoad } from './$types';

const none: HistoryLine[] = [];

export const load: PageLoad = async ({ params: { milestoneId }, parent }) => {
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  if (!may(caller, 'writeMilestone', nation)) error(403);
  const back = '/plan';
  if (milestoneId === 'new') return { pack, history: none, back };
  const params = { milestoneId };
  const [{ body }, history] = await Promise.all([planApi.whole({}), planApi.milestoneHistory({ params })]);
  const milestone = body.milestones.find((one) => one.milestoneId === milestoneId);
  if (!milestone) error(404);
  return { pack, milestone, history: history.body.lines, back };
};
