import { implement } from '@orpc/server';
import { contract } from '../contract.ts';
import type { Call } from './http/call.ts';
import { serve } from './http/serve.ts';

const os = implement(contract.accounts).$context<Call>();

export const handler = serve(
  os.router({
    me: os.me.handler(({ context: { caller, today, at } }) => ({ body: { ...caller, today, now: at } })),
  }),
);
