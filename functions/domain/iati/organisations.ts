import type { CountryPack } from '../countryPack.ts';
import type { Donation } from '../equipment/donation.ts';
import type { Donor } from '../equipment/donor.ts';
import { organisationTypeOf } from './activityTerms.ts';
import { identifierPattern } from './codeLists.ts';
import type { Organisation, Participant } from './document.ts';
import { narrativesOf, typedNarrative } from './narratives.ts';

type Pack = Pick<CountryPack, 'languages' | 'ministry'>;

/** The ministry that answers for the rollout. */
export function ministryOf(pack: Pack) {
  const { names, reference, organisationType } = pack.ministry;
  return { reference, type: organisationType, narratives: narrativesOf(names, pack) };
}

/** A donor; without a reference where it has none that the rules allow. */
export function organisationOf(donor: Donor, pack: Pack) {
  const { reference } = donor;
  const isKnown = reference !== undefined && identifierPattern.test(reference);
  return {
    ...(isKnown && { reference }),
    type: organisationTypeOf(donor),
    narratives: narrativesOf(donor.names, pack),
  } satisfies Organisation;
}

/** The parts that organisations have in a donation, as IATI counts them. */
const roles = {
  funding: '1',
  counterpart: '2',
  extending: '3',
  implementing: '4',
} as const;

/** Everybody who has a part in a donation: the donor, the ministry, and those on record. */
export function participantsOf(
  { organisations = [] }: Donation,
  { donor, ministry }: { donor: Organisation; ministry: Organisation },
  pack: Pack,
): Participant[] {
  return [
    { ...donor, role: '1' },
    { ...ministry, role: '2' },
    ...organisations.map(({ role, name }): Participant => ({
      narratives: [typedNarrative(name, pack)],
      role: roles[role],
    })),
  ];
}

/** Whether somebody besides the donor funds it. */
export function hasSeveralFunders({ organisations = [] }: Pick<Donation, 'organisations'>): boolean {
  return organisations.some(({ role }) => role === 'funding');
}

/** Whether somebody besides the donor brings the equipment. */
export function isThroughOthers({ organisations = [] }: Pick<Donation, 'organisations'>): boolean {
  return organisations.some(({ role }) => role === 'extending' || role === 'implementing');
}
