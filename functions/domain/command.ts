import * as z from 'zod/mini';

/** Repeating a command with its key changes nothing and answers the same. */
export const IdempotencyKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));

/** What a command names besides its content: the version it was based on (0: none yet) and a key of its own. */
export const CommandHead = z.strictObject({
  basedOn: z.int().check(z.minimum(0)),
  idempotencyKey: IdempotencyKey,
});
export type CommandHead = z.infer<typeof CommandHead>;
