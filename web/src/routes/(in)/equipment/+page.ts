import { error } from '@sveltejs/kit';
import { donorsApi } from 'virtual:api/donors';
import { progressApi } from 'virtual:api/progress';
import { solutionsApi } from 'virtual:api/solutions';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { may, visibleRegions } from '#functions/domain/permissions.ts';
import { useFunnel } from '#functions/domain/equipment/chain/useFunnel.ts';
import type { ProgressCube } from '#functions/domain/progress.ts';
import { monthOfUse } from '#functions/domain/report/monthOfUse.ts';
import { session } from '#lib/auth/session.svelte.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { monthsShown } from '#lib/progress/series.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { breakdownIn, comparedParts, comparedRegions, partsBy } from './breakdown.ts';
import { scopeIn, type FunnelScope } from './scope.ts';
import { waitingIn } from './waiting.ts';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:equipment');
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  if (!may(caller, 'readEquipment')) error(403);
  const visible = visibleRegions(caller, regionCodes(pack));
  const regions = pack.regions.filter(({ code }) => visible.includes(code));
  const scope = scopeIn(url.searchParams, regions);
  const by = breakdownIn(url.searchParams, scope);
  const loaded = Promise.all([cubeOf(scope), currentProgress()]).then(([cube, { sums }]) => {
    const month = monthOfUse(sums, monthsShown(sums, session.today));
    return { scope, cube, month };
  });
  const funnel = loaded.then(({ cube, month }) =>
    useFunnel(cube, scope.region ? [scope.region] : cube.rows, month),
  );
  const choices = Promise.all([solutionsApi.list({}), donorsApi.list({})]).then(
    ([{ body }, { body: given }]) => ({ solutions: body.solutions, donors: given.donors }),
  );
  const compared = loaded.then(async (all) => {
    if (!by || by === 'region') return comparedRegions(all, regions);
    return comparedParts(partsBy(by, pack, await choices), all, cubeOf);
  });
  const waiting = waitingIn(scope);
  await waitBriefly(Promise.all([funnel, choices]));
  return { pack, regions, scope, by, funnel, choices, compared, waiting };
};

async function cubeOf({ of }: FunnelScope): Promise<ProgressCube> {
  const answer = await progressApi.equipment({ query: { scope: of }, headers: {} });
  if (answer.status === 304) throw new Error('Nobody asked for a change.');
  return answer.body;
}
