import { implement } from '@orpc/server';
import { accountRoutes } from '../contract/accounts.ts';
import type { Call } from './http/call.ts';
import { serve } from './http/serve.ts';

const os = implement(accountRoutes).$context<Call>();

export const handler = serve(
  os.router({
    me: os.me.handler(({ context: { caller, today, at } }) => ({ body: { ...caller, today, now: at } })),
  }),
);
