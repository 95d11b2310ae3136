import { implement } from '@orpc/server';
import { openDataRoutes } from '../contract/openData.ts';
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
  }),
  { cacheControl: 'public, max-age=60' },
);
