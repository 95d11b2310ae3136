import * as z from 'zod/mini';
import { Day } from '../calendar.ts';

export const SolutionId = z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}$/));

/** What a solution counts with: what it lets facilities do, what it needs there, and what shows that it is used. */
export const Terms = z.strictObject({
  /** One of the country's capabilities; its direction is the solution's. */
  capability: z.string().check(z.maxLength(40)),
  /** Without any, a facility's adoption is entered by hand. */
  equipmentTypes: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
  indicators: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
});
export type Terms = z.infer<typeof Terms>;

const Version = z.int().check(z.minimum(1));

/** Terms that hold no longer: `until` is the first day on which others do. */
export const FormerTerms = z.extend(Terms, { version: Version, until: Day });
export type FormerTerms = z.infer<typeof FormerTerms>;

/** The terms as of a version of the solution, and those before them, the oldest first. */
export const SolutionTerms = z.extend(Terms, {
  version: Version,
  former: z.optional(z.array(FormerTerms)),
});
export type SolutionTerms = z.infer<typeof SolutionTerms>;
