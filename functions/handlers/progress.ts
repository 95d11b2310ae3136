import { implement } from '@orpc/server';
import { progressRoutes } from '../contract/progress.ts';
import { catalogueOf } from '../domain/figureCatalogue.ts';
import { ensureMay, may, visibleRegions } from '../domain/permissions.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { cubeOf, ProgressSums, summaryOf, type ProgressCube } from '../domain/progress.ts';
import { Progress } from '../store/progress.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/runtime.ts';
import { withEtag } from './http/etag.ts';

const os = implement(progressRoutes).$context<Call>();
const progress = new Progress(database, pack);

export const handler = serve(
  os.router({
    cube: os.cube.handler(async ({ input, context }) =>
      withEtag(await cubeFor(context), input.headers?.['if-none-match']),
    ),
    summary: os.summary.handler(async ({ input, context }) => ({
      body: summaryOf(new ProgressSums(await cubeFor(context), pack), input.query.month),
    })),
  }),
);

/** The country as the caller may see it; whoever sees only some regions does not see the nation's own row. */
async function cubeFor({ caller, today }: Pick<Call, 'caller' | 'today'>): Promise<ProgressCube> {
  ensureMay(caller, 'readProgress');
  const all = regionCodes(pack);
  const regions = visibleRegions(caller, all);
  const rows = await progress.ofScope('country', today);
  const isWhole = regions.length === all.length;
  const cube = cubeOf(isWhole ? rows : rows.filter(({ row }) => regions.includes(row)), regions);
  return may(caller, 'readFacility') ? cube : { ...cube, figures: toldToAll(cube.figures) };
}

/** The figures without those that are for the ministry alone. */
function toldToAll(figures: ProgressCube['figures']): ProgressCube['figures'] {
  const catalogue = catalogueOf(pack);
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !catalogue.get(name)?.isForMinistry));
}
