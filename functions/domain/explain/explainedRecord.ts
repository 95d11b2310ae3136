import * as z from 'zod/mini';
import { Day, Month } from '../calendar.ts';
import { ProperNames } from '../names.ts';

/** A record and what it adds to a figure. */
export const ExplainedRecord = z.strictObject({
  kind: z.enum(['facility', 'monthlyReport', 'solution', 'donation', 'consignment', 'trainingSession']),
  /** Its code; of a report, that of its facility. */
  recordId: z.string(),
  amount: z.int(),
  /** What of it reviewers have approved, where the figure has such a part. */
  approved: z.optional(z.int()),
  /** The place where it counts; not told outside the ministry. */
  placeId: z.optional(z.string()),
  /** Of a report. */
  month: z.optional(Month),
  /** How it stands: a report's status, a facility's stage, the state of units. */
  state: z.optional(z.string()),
  /** Of a solution. */
  names: z.optional(ProperNames),
  /** Of a session. */
  day: z.optional(Day),
  /** Of a donation; of a session, who taught. */
  title: z.optional(z.string()),
  /** Of units. */
  equipmentType: z.optional(z.string()),
  units: z.optional(z.int()),
  /** The donation that units are of. */
  donationId: z.optional(z.string()),
});
export type ExplainedRecord = z.infer<typeof ExplainedRecord>;

const ExplainedPlace = z.strictObject({
  placeId: z.string(),
  names: ProperNames,
  /** Whether a facility that is live is confirmed by its reports at the end of the month. */
  confirmation: z.optional(z.enum(['confirmed', 'stale', 'neverReported'])),
});
export type ExplainedPlace = z.infer<typeof ExplainedPlace>;

/** The records whose amounts add up to a figure in one row. */
export const ExplainedRecords = z.strictObject({
  records: z.array(ExplainedRecord),
  places: z.array(ExplainedPlace),
  /** Where there are more, the address of the next page. */
  next: z.optional(z.string()),
});
export type ExplainedRecords = z.infer<typeof ExplainedRecords>;
