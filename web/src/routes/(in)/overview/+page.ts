import { countryPack } from '#lib/pack.ts';
import { progressCube } from '#lib/progress/cube.ts';
import { soon } from '#lib/soon.ts';
import type { PageLoad } from './$types';

/** The cube is asked for once: every choice on the page is another look at it. */
export const load: PageLoad = async ({ depends }) => {
  depends('app:progress');
  const shown = Promise.all([progressCube(), countryPack()]);
  await soon(shown);
  return { shown };
};
