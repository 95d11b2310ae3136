import * as z from 'zod/mini';

export const SolutionId = z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/));

/** What a solution counts with: what it lets facilities do, what it needs there, and what shows that it is used. */
export const Terms = z.strictObject({
  /** One of the country's capabilities; its direction is the solution's. */
  capability: z.string().check(z.maxLength(40)),
  /** Without any, a facility's adoption is entered by hand. */
  equipmentTypes: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
  indicators: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
});

/** The terms as of a version of the solution: an adoption and a report keep those that they counted with. */
export const SolutionTerms = z.extend(Terms, { version: z.int().check(z.minimum(1)) });
export type SolutionTerms = z.infer<typeof SolutionTerms>;
