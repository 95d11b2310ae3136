import { solutionsApi } from 'virtual:api/solutions';
import { trainingApi } from 'virtual:api/training';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { visibleRegions } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { namesIn, type FacilityNames } from '#lib/training/words.ts';
import { pagesIn, pagesOf } from '#lib/ui/list/pages.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { filterOf, queryOf } from './filter.ts';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:training');
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  const filter = filterOf(url.searchParams, pack);
  const pages = pagesIn(url.searchParams);
  const names = new Map<string, FacilityNames extends ReadonlyMap<string, infer Names> ? Names : never>();
  const list = pagesOf(async (page) => {
    const { body } = await trainingApi.list({ query: { ...queryOf(filter), ...(page && { page }) } });
    for (const [facilityId, own] of namesIn(body.facilities)) names.set(facilityId, own);
    return { rows: body.sessions, next: body.next };
  }, pages);
  const solutions = solutionsApi.list({}).then(({ body }) => body.solutions);
  const all = Promise.all([list, solutions, currentProgress()]).then(([found, known, { sums }]) => ({
    list: found,
    solutions: known,
    sums,
    names,
  }));
  await (pages > 1 ? all.catch(() => undefined) : waitBriefly(all));
  const visible = visibleRegions(caller, regionCodes(pack));
  return { pack, filter, all, pages, regions: pack.regions.filter(({ code }) => visible.includes(code)) };
};
