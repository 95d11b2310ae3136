import * as z from 'zod/mini';
import { Month } from '../domain/calendar.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { ExplainedRecords } from '../domain/explain/explainedRecord.ts';
import { answer, signedIn } from './route.ts';

/** Whose progress: all equipment, or that of one type, solution or donor; the country's where nothing is said. */
const Scope = z.union([
  z.literal('equipment:all'),
  z.templateLiteral([
    z.enum(['type', 'solution', 'donor']),
    ':',
    z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{1,59}$/)),
  ]),
]);

const Name = z.string().check(z.regex(/^[a-z][a-zA-Z0-9.-]{0,99}$/));
/** The position of a facility, a report, a session or units. */
const Page = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._~#-]{0,199}$/));

export const explainRoutes = {
  /**
   * Which records a figure is the sum of, in a region or in the nation's own row: of figures of reports those of the month,
   * of all others those until its end.
   */
  records: signedIn('GET', '/figures/{figure}/records')
    .input(
      z.object({
        params: z.strictObject({ figure: Name }),
        query: z.strictObject({
          row: z.union([RegionCode, z.string().check(z.regex(/^[A-Z]{2}$/))]),
          month: Month,
          scope: z.optional(Scope),
          page: z.optional(Page),
        }),
      }),
    )
    .output(answer(ExplainedRecords)),
};
