import type { Donor } from '../equipment/donor.ts';
import { donationActivity, programmeActivity } from './activities.ts';
import type { Participant } from './document.ts';
import { gapOf, referenceGap, unfit, type Exported, type Given, type Sources } from './exported.ts';
import { fileLanguage, said } from './narratives.ts';
import { ministryOf, organisationOf } from './organisations.ts';
import type { IatiGap } from './gap.ts';
import { incoming } from './transactions.ts';

/** The ministry's file: what it was promised, and what it got. */
export function recipientFile(donors: Donor[], sources: Sources): Exported {
  const { pack, donations, today, at } = sources;
  const byId = new Map(donors.map((donor) => [donor.donorId, donor]));
  const gaps: IatiGap[] = [];
  const given = donations.flatMap((donation): Given[] => {
    const donor = byId.get(donation.donorId);
    const reason = donor ? unfit(donation, today) : 'donorUnknown';
    if (!donor || reason) {
      gaps.push(gapOf(donation, reason ?? 'donorUnknown', true));
      return [];
    }
    // An organisation may be told by its name alone, but portals do not show it then.
    const without = referenceGap(donor);
    if (without) gaps.push(gapOf(donation, without, false));
    return [{ donation, donor }];
  });
  const ministry = ministryOf(pack);
  const programme = `${ministry.reference}-TELEMEDICINE`;
  const parts = given.map((one) => {
    const { donationId, iati: { activityId } = {} } = one.donation;
    const identifier = `${ministry.reference}-${donationId}`;
    const donor = { ...organisationOf(one.donor, pack), ...(activityId && { activityId }) };
    return donationActivity(
      one,
      { identifier, programme, types: incoming, donor, ministry: { ...ministry, activityId: identifier } },
      sources,
    );
  });
  const funders = new Set(given.map(({ donor }) => donor));
  const participants: Participant[] = [
    ...[...funders].map((donor): Participant => ({ ...organisationOf(donor, pack), role: '1' })),
    { ...ministry, role: '2' },
    { ...ministry, role: '4' },
  ];
  const whole = programmeActivity(
    {
      identifier: programme,
      participants,
      from: pack.programmeStart,
      parts,
      isAdditive: false,
      about: said.unitsOfAll,
    },
    sources,
  );
  const document = { at, language: fileLanguage(pack), reporting: ministry, activities: [whole, ...parts] };
  return { document, gaps };
}
