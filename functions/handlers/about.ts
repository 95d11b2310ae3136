import { implement } from '@orpc/server';
import { aboutRoutes } from '../contract/about.ts';
import { descriptionOf } from './description/description.ts';
import type { Call } from './http/call.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/runtime.ts';
import { withEtag } from './http/etag.ts';

const os = implement(aboutRoutes).$context<Call>();

/** Made once: the contract does not change while a function lives. */
let described: ReturnType<typeof descriptionOf> | undefined;

export const handler = serve(
  os.router({
    country: os.country.handler(({ input }) => withEtag(pack, input.headers?.['if-none-match'])),
    openapi: os.openapi.handler(async () => ({ body: { ...(await (described ??= descriptionOf(pack))) } })),
  }),
  { cacheControl: 'public, max-age=60' },
);
