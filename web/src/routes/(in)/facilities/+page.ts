import { visibleRegions } from '#functions/domain/caller.ts';
import { countryPack } from '#lib/pack.ts';
import { progressCube } from '#lib/progress/cube.ts';
import { soon } from '#lib/soon.ts';
import type { PageLoad } from './$types';
import { countsIn } from './counts.ts';
import { filterOf, pagesIn } from './filter.ts';
import { listing } from './listing.ts';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:facilities');
  const filter = filterOf(url.searchParams);
  const list = listing(filter, pagesIn(url.searchParams));
  const counts = countsOf(filter.region);
  await soon(Promise.all([list, counts]));
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  const visible = visibleRegions(
    caller,
    pack.regions.map(({ code }) => code),
  );
  return { filter, list, counts, pack, regions: pack.regions.filter(({ code }) => visible.includes(code)) };
};

async function countsOf(region: string | undefined) {
  const { value } = await progressCube();
  return countsIn(value, region);
}
