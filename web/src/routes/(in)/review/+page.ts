import { visibleRegions } from '#functions/domain/permissions.ts';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { openQueue } from './openQueue.ts';

export const load: PageLoad = async ({ url, parent, depends, untrack }) => {
  depends('app:reviews');
  const region = url.searchParams.get('region') ?? undefined;
  // Going from report to report asks for no new queue.
  const opened = untrack(() => url.searchParams.get('open') ?? undefined);
  const known = countryPack();
  const queue = openQueue(region, opened, known);
  await waitBriefly(queue);
  const [pack, { caller }] = await Promise.all([known, parent()]);
  const visible = visibleRegions(caller, regionCodes(pack));
  return { region, queue, pack, regions: pack.regions.filter(({ code }) => visible.includes(code)) };
};
