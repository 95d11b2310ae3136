import { implement } from '@orpc/server';
import { contract } from '../contract.ts';
import { ensureMay, visibleRegions, type Caller } from '../domain/caller.ts';
import { cubeOf, summaryOf, type ProgressCube } from '../domain/progress.ts';
import { Progress } from '../store/progress.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/surroundings.ts';
import { tagged } from './http/tag.ts';

const os = implement(contract.progress).$context<Call>();
const progress = new Progress(database);

export const handler = serve(
  os.router({
    cube: os.cube.handler(async ({ input, context }) =>
      tagged(await cubeFor(context.caller), input.headers?.['if-none-match']),
    ),
    summary: os.summary.handler(async ({ input, context }) => ({
      body: summaryOf(await cubeFor(context.caller), input.query.month, pack.indicators),
    })),
  }),
);

async function cubeFor(caller: Caller): Promise<ProgressCube> {
  ensureMay(caller, 'readProgress');
  const regions = pack.regions.map((region) => region.code);
  return cubeOf(await progress.ofCountry(pack), visibleRegions(caller, regions));
}
