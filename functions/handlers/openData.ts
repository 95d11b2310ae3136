import { implement } from '@orpc/server';
import { openDataRoutes } from '../contract/openData.ts';
import { csvType } from '../contract/route.ts';
import { figuresCsv } from '../publication/csv.ts';
import { dataPackageOf } from '../publication/dataPackage.ts';
import { PublicReleases } from '../store/release/publicReleases.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(openDataRoutes).$context<Call>();
const releases = new PublicReleases(database, pack);

export const handler = serve(
  os.router({
    releases: os.releases.handler(async () => ({ body: { releases: await releases.all() } })),
    release: os.release.handler(async ({ input: { params } }) => ({
      body: await releases.find(params.releaseId),
    })),
    figures: os.figures.handler(async ({ input: { params } }) => ({
      headers: { 'content-type': csvType },
      body: figuresCsv(await releases.find(params.releaseId), pack),
    })),
    dataPackage: os.dataPackage.handler(async ({ input: { params } }) => ({
      body: dataPackageOf(await releases.find(params.releaseId), pack, process.env['ORIGIN'] ?? ''),
    })),
  }),
  { cacheControl: 'public, max-age=60' },
);
