import * as z from 'zod/mini';

/** Who did something: the account, and the name it had then. */
export const Person = z.strictObject({ accountId: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;
