import { solutionsApi } from 'virtual:api/solutions';
import { visibleRegions } from '#functions/domain/permissions.ts';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { pagesIn } from '#lib/ui/list/pages.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { countsIn } from './counts.ts';
import { filterOf } from './filter.ts';
import { listing } from './listing.ts';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:facilities');
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  const filter = filterOf(url.searchParams, pack);
  const pages = pagesIn(url.searchParams);
  const list = listing(filter, pages);
  const counts = countsOf(filter.region);
  // What the rows of gaps call the solutions.
  const solutions =
    filter.concern === 'readinessGap' ? solutionsApi.list({}).then(({ body }) => body.solutions) : [];
  const all = Promise.all([list, counts, solutions]);
  // A long list comes at once: one who adds to it, or comes back to it, must not lose the place.
  await (pages > 1 ? all.catch(() => undefined) : waitBriefly(all));
  const visible = visibleRegions(caller, regionCodes(pack));
  const regions = pack.regions.filter(({ code }) => visible.includes(code));
  return { filter, list, counts, solutions, pack, regions };
};

async function countsOf(region: string | undefined) {
  const { sums, pack } = await currentProgress();
  return countsIn(sums, pack, region);
}
