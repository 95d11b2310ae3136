import { countryPack } from '#lib/pack.ts';
import { progressCube } from '#lib/progress/cube.ts';
import { soon } from '#lib/soon.ts';
import type { LayoutLoad } from './$types';

/** The country's progress, asked for once for every month and region that is then looked at. */
export const load: LayoutLoad = async ({ depends }) => {
  depends('app:progress');
  const progress = Promise.all([progressCube(), countryPack()]);
  await soon(progress);
  return { progress };
};
