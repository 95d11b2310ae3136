import * as z from 'zod/mini';
import { DonationId, DonorId } from '../equipment/giverIds.ts';

/** What a file lacks of a donation: each is mended in a field of the donor or of the donation. */
export const gapReasons = [
  'donorUnknown',
  'referenceMissing',
  'referenceUnfit',
  'activityIdForeign',
  'activityIdTwice',
  'sectorsPartial',
  'dateAhead',
] as const;

/** A donation of which something is missing in a file. */
export const IatiGap = z.strictObject({
  donationId: DonationId,
  donorId: DonorId,
  title: z.string(),
  reason: z.enum(gapReasons),
  /** Whether the rules leave the donation out for it; else it is in the file without. */
  isLeftOut: z.boolean(),
});
export type IatiGap = z.infer<typeof IatiGap>;
export type GapReason = IatiGap['reason'];
