import { error } from '@sveltejs/kit';
import { progressApi } from 'virtual:api/progress';
import { solutionsApi } from 'virtual:api/solutions';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { may, visibleRegions } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { pagesIn } from '#lib/ui/list/pages.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { filterOf } from './filter.ts';
import { equipmentListing } from './listing.ts';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:equipment');
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  if (!may(caller, 'readEquipment')) error(403);
  const filter = filterOf(url.searchParams, pack);
  const pages = pagesIn(url.searchParams);
  const list = equipmentListing(filter, pages);
  // A long list comes at once: one who adds to it, or comes back to it, must not lose the place.
  await (pages > 1 ? list.catch(() => undefined) : waitBriefly(list));
  const isFaulty = filter.condition === 'faulty' || filter.condition === 'longFaulty';
  const repairs = isFaulty ? progressApi.repairs({}).then(({ body }) => body) : undefined;
  const solutions = solutionsApi.list({}).then(({ body }) => body.solutions);
  await waitBriefly(Promise.all([solutions, repairs]));
  const visible = visibleRegions(caller, regionCodes(pack));
  return {
    pack,
    filter,
    list,
    solutions,
    repairs,
    regions: pack.regions.filter(({ code }) => visible.includes(code)),
  };
};
