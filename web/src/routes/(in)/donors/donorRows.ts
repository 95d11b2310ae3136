import type { Donation } from '#functions/domain/equipment/donation.ts';
import type { Donor } from '#functions/domain/equipment/donor.ts';
import { byAlphabet } from '#lib/i18n/alphabet.ts';
import { named } from '#lib/i18n/format.ts';
import { sumsOf } from '#lib/donation/sums.ts';

/** A donor, and what it has given. */
export interface DonorRow {
  donor: Donor;
  donations: number;
  usdCents: number;
}

/** Donors by name, each with how much it has given. */
export function donorRows(donors: Donor[], donations: Donation[]): DonorRow[] {
  const byDonor = Map.groupBy(donations, ({ donorId }) => donorId);
  return donors
    .map((donor) => {
      const given = byDonor.get(donor.donorId) ?? [];
      return { donor, donations: given.length, usdCents: sumsOf(given).pledged.usdCents };
    })
    .toSorted((a, b) => byAlphabet(named(a.donor.names), named(b.donor.names)));
}
