import * as z from 'zod/mini';
import { Month } from '../calendar.ts';
import { FacilityId } from '../facility/facilityProfile.ts';
import { ProperNames } from '../names.ts';

/** A record that moved a figure after a release was made, by what its history says. */
export const ChangedRecord = z.strictObject({
  kind: z.enum(['facility', 'monthlyReport']),
  /** Of a report, its facility. */
  facilityId: FacilityId,
  names: ProperNames,
  /** Of a report. */
  month: z.optional(Month),
  /** How far it moved the figure. */
  by: z.int(),
});
export type ChangedRecord = z.infer<typeof ChangedRecord>;
