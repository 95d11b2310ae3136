import * as z from 'zod/mini';
import { TraceCard } from '../domain/trace/traceCard.ts';
import { answer, open, params } from './route.ts';

/** Whatever may have become of an id: one that is no link's is refused as such. */
const tracePath = { traceId: z.string().check(z.regex(/^[0-9A-Za-z._~-]{1,100}$/)) };

export const traceRoutes = {
  /** What a label tells anyone: where the units are, as far as the policy tells, what happened to them, and whether they are in use. */
  card: open('/trace/{traceId}').input(params(tracePath)).output(answer(TraceCard)),
};
