import type { Month } from '../../../functions/domain/calendar.ts';
import { registerDonation } from '../../../functions/domain/equipment/agreement.ts';
import type { Donation } from '../../../functions/domain/equipment/donation.ts';
import type { Donor } from '../../../functions/domain/equipment/donor.ts';
import { elementsOf } from '../../../functions/domain/iati/elements.ts';
import type { Exported, Sources } from '../../../functions/domain/iati/exported.ts';
import { xmlOf } from '../../../functions/handlers/http/xml.ts';
import { pack } from '../country.ts';
import { agreement } from '../equipment.ts';

export const today = '2024-12-03';

export const partner: Donor = {
  donorId: 'donor-1',
  version: 1,
  names: { en: 'Care Fund', uk: 'Фонд турботи' },
  kind: 'multilateral',
  reference: 'XM-DAC-41114',
};

/** A donation of ten tablets, as it was entered, with these differences. */
export function donated(more: Partial<Donation> = {}): Donation {
  const on = { pack, today, solutions: [] };
  return { ...registerDonation({ donationId: 'aid', donorId: partner.donorId }, agreement, on), ...more };
}

/** What was received of the donation in a month, in US cents. */
export const received = (month: Month, aidReceivedUsd: number, row = 'aid') => ({
  row,
  month,
  amounts: { aidReceivedUsd, unitsInstalled: 1 },
});

/** What a file is made of: the donation, and nothing received yet, where nothing else is said. */
export function sources(more: Partial<Sources> = {}): Sources {
  return {
    pack,
    donations: [donated()],
    ofDonations: [],
    byRegion: [],
    today,
    at: `${today}T08:00:00.000Z`,
    ...more,
  };
}

/** The file as a text; fails where there is none. */
export function written({ document }: Exported): string {
  if (!document) throw new Error('There is no file.');
  return xmlOf(elementsOf(document));
}
