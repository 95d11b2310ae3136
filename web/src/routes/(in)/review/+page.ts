import { visibleRegions } from '#functions/domain/caller.ts';
import { countryPack } from '#lib/pack.ts';
import { soon } from '#lib/soon.ts';
import type { PageLoad } from './$types';
import { waitingIn } from './waiting.ts';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:reviews');
  const region = url.searchParams.get('region') ?? undefined;
  const queue = waitingIn(region);
  await soon(queue);
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  const visible = visibleRegions(
    caller,
    pack.regions.map(({ code }) => code),
  );
  return { region, queue, pack, regions: pack.regions.filter(({ code }) => visible.includes(code)) };
};
