import { implement } from '@orpc/server';
import { csvType, openDataRoutes } from '../contract/openData.ts';
import { figuresCsv } from '../publication/csv.ts';
import { dataPackageOf } from '../publication/dataPackage.ts';
import { PublicReleases } from '../store/release/publicReleases.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(openDataRoutes).$context<Call>();
const releases = new PublicReleases(database, pack);

const answer = serve(
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

/** All answers of a router are JSON; of this one, what says that it is CSV is told as what it is. */
export const handler: typeof answer = async (event, context) => {
  const { body, headers, ...rest } = await answer(event, context);
  const isCsv = rest.statusCode === 200 && /\.csv$/.test(event.rawPath);
  if (!isCsv || !body) return { ...rest, headers, body };
  return { ...rest, headers: { ...headers, 'content-type': csvType }, body: String(JSON.parse(body)) };
};
