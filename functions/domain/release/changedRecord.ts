import * as z from 'zod/mini';
import { Day, Month } from '../calendar.ts';
import { ProperNames } from '../names.ts';

/** A record that moved a figure after a release was made, by what its history says. */
export const ChangedRecord = z.strictObject({
  kind: z.enum(['facility', 'monthlyReport', 'trainingSession']),
  /** The session's code; of a facility and of its report the facility's. */
  recordId: z.string(),
  /** Of a facility and of a report, which has its facility's. */
  names: z.optional(ProperNames),
  /** Of a report. */
  month: z.optional(Month),
  /** Of a session: who taught, and when. */
  title: z.optional(z.string()),
  day: z.optional(Day),
  /** How far it moved the figure. */
  by: z.int(),
});
export type ChangedRecord = z.infer<typeof ChangedRecord>;
