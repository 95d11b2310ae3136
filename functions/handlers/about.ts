import { OpenAPIGenerator } from '@orpc/openapi';
import { implement } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { apiPrefix, contract } from '../contract.ts';
import type { Call } from './http/call.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/runtime.ts';
import { withEtag } from './http/etag.ts';

const os = implement(contract.about).$context<Call>();
const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

/** Made once: the contract does not change while a function lives. */
let described: ReturnType<typeof description> | undefined;

export const handler = serve(
  os.router({
    country: os.country.handler(({ input }) => withEtag(pack, input.headers?.['if-none-match'])),
    openapi: os.openapi.handler(async () => ({ body: { ...(await (described ??= description())) } })),
  }),
  { cacheControl: 'public, max-age=60' },
);

function description() {
  return generator.generate(contract, {
    info: { title: 'Telemedicine Rollout', version: '1.0.0' },
    servers: [{ url: apiPrefix }],
  });
}
