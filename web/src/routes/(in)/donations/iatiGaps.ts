import { m } from 'virtual:messages';
import type { GapReason, IatiGap } from '#functions/domain/iati/gap.ts';

/** What is missing, in a sentence. */
export const gapWords: Record<GapReason, () => string> = {
  donorUnknown: m.iatiDonorUnknown,
  referenceMissing: m.iatiReferenceMissing,
  referenceUnfit: m.iatiReferenceUnfit,
  activityIdForeign: m.iatiActivityForeign,
  activityIdTwice: m.iatiActivityTwice,
  sectorsPartial: m.iatiSectorsPartial,
  dateAhead: m.iatiDateAhead,
};

/** The field in which it is mended: of the donor, or of the donation; a record that is not there has none. */
export function mendedAt({ donorId, donationId, reason }: IatiGap): string | undefined {
  const ofDonor = `/donors/${donorId}/edit`;
  const ofDonation = `/donations/${donationId}/edit`;
  const places: Record<GapReason, string | undefined> = {
    donorUnknown: undefined,
    referenceMissing: `${ofDonor}#reference`,
    referenceUnfit: `${ofDonor}#reference`,
    activityIdForeign: `${ofDonation}#iati.activityId`,
    activityIdTwice: `${ofDonation}#iati.activityId`,
    sectorsPartial: `${ofDonation}#iati.sectors`,
    dateAhead: `${ofDonation}#agreedOn`,
  };
  return places[reason];
}
