import type { Day } from '../calendar.ts';
import type { Donation } from '../equipment/donation.ts';
import type { Donor } from '../equipment/donor.ts';
import { donationActivity, programmeActivity } from './activities.ts';
import { usualFlowType, usualTerms } from './activityTerms.ts';
import { gapOf, referenceGap, unfit, type Exported, type Sources } from './exported.ts';
import type { GapReason, IatiGap } from './gap.ts';
import { fileLanguage, said } from './narratives.ts';
import { hasSeveralFunders, ministryOf, organisationOf } from './organisations.ts';
import { outgoing } from './transactions.ts';

/** A donor's file: what it promised, and what came of it; none where it has no identifier to report under. */
export function donorFile(donor: Donor, sources: Sources): Exported {
  const { pack, donations, today, at } = sources;
  const organisation = organisationOf(donor, pack);
  const { reference } = organisation;
  const nameless = referenceGap(donor);
  if (!reference || nameless)
    return { gaps: donations.map((one) => gapOf(one, nameless ?? 'referenceMissing', true)) };
  const programme = `${reference}-${pack.country}-TELEMEDICINE`;
  const { told, gaps } = fitFor(reference, donations, { programme, today });
  if (told.length === 0) return { gaps };
  const ministry = ministryOf(pack);
  const parts = told.map((donation) => {
    const identifier = identifierOf(reference, donation);
    const own = { ...organisation, activityId: identifier };
    const receiver = { ...ministry, activityId: `${ministry.reference}-${donation.donationId}` };
    const side = { identifier, programme, types: outgoing, donor: own, ministry: receiver };
    return donationActivity({ donation, donor }, side, sources);
  });
  const whole = programmeActivity(
    {
      identifier: programme,
      participants: [
        { ...organisation, role: '1' },
        { ...ministry, role: '2' },
      ],
      from: told.map(({ agreedOn, pledgedOn }) => agreedOn ?? pledgedOn).sort()[0] ?? pack.programmeStart,
      parts,
      isAdditive: !donations.some(hasSeveralFunders),
      about: said.unitsOfDonor,
      terms: { ...usualTerms, flowType: usualFlowType(donor.kind) },
    },
    sources,
  );
  const reporting = { ...organisation, reference };
  return { document: { at, language: fileLanguage(pack), reporting, activities: [whole, ...parts] }, gaps };
}

/** The donor's own identifier of the activity, or else one made of ours. */
function identifierOf(reference: string, { donationId, iati: { activityId } = {} }: Donation): string {
  return activityId ?? `${reference}-${donationId}`;
}

/** The donations that the rules let the donor tell: each under an identifier of its own that begins with the donor's. */
function fitFor(
  reference: string,
  donations: Donation[],
  { programme, today }: { programme: string; today: Day },
): { told: Donation[]; gaps: IatiGap[] } {
  const gaps: IatiGap[] = [];
  const taken = new Set([programme]);
  const told = donations.filter((donation) => {
    const identifier = identifierOf(reference, donation);
    const reason = unfit(donation, today) ?? identifierGap(identifier, reference, taken);
    if (reason) gaps.push(gapOf(donation, reason, true));
    else taken.add(identifier);
    return !reason;
  });
  return { told, gaps };
}

function identifierGap(identifier: string, reference: string, taken: Set<string>): GapReason | undefined {
  if (!identifier.startsWith(`${reference}-`)) return 'activityIdForeign';
  return taken.has(identifier) ? 'activityIdTwice' : undefined;
}
