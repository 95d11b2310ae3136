import type { Day, Instant } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { Donation } from '../equipment/donation.ts';
import type { Donor } from '../equipment/donor.ts';
import { identifierPattern } from './codeLists.ts';
import type { IatiDocument } from './document.ts';
import type { GapReason, IatiGap } from './gap.ts';
import type { Rows } from './results.ts';
import { areWhole } from './terms.ts';

/** What files are made of: records, and sums of progress. */
export interface Sources {
  pack: CountryPack;
  donations: Donation[];
  /** Each donation's own rows. */
  ofDonations: Rows;
  /** The rows by region, as they are told outside, of whom the file is of: the country, or the donor. */
  byRegion: Rows;
  /** The day until which these tell, where that is not today. */
  until?: Day;
  today: Day;
  at: Instant;
}

/** A file, where there is anything to tell, and what is missing in it. */
export interface Exported {
  document?: IatiDocument;
  gaps: IatiGap[];
}

/** A donation with its donor. */
export interface Given {
  donation: Donation;
  donor: Donor;
}

/** Why the rules would not take the donation in any file. */
export function unfit(
  { pledgedOn, agreedOn = pledgedOn, iati: { sectors } = {} }: Donation,
  today: Day,
): GapReason | undefined {
  if (pledgedOn > today || agreedOn > today) return 'dateAhead';
  return sectors && !areWhole(sectors) ? 'sectorsPartial' : undefined;
}

/** What is missing of a donor's identifier. */
export function referenceGap({ reference }: Pick<Donor, 'reference'>): GapReason | undefined {
  if (reference === undefined) return 'referenceMissing';
  return identifierPattern.test(reference) ? undefined : 'referenceUnfit';
}

/** The gap as the list tells it. */
export function gapOf(
  { donationId, donorId, title }: Donation,
  reason: GapReason,
  isLeftOut: boolean,
): IatiGap {
  return { donationId, donorId, title, reason, isLeftOut };
}
