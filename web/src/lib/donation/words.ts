import { m } from 'virtual:messages';
import type { organisationRoles } from '#functions/domain/equipment/donation.ts';
import type { Donor } from '#functions/domain/equipment/donor.ts';

/** What kind of organisation gives. */
export const donorKindWords: Record<Donor['kind'], () => string> = {
  government: m.donorGovernment,
  multilateral: m.donorMultilateral,
  nongovernmental: m.donorNongovernmental,
  foundation: m.donorFoundation,
  company: m.donorCompany,
  other: m.donorOther,
};

/** The part that an organisation has in a donation. */
export const roleWords: Record<(typeof organisationRoles)[number], () => string> = {
  funding: m.roleFunding,
  extending: m.roleExtending,
  implementing: m.roleImplementing,
  counterpart: m.roleCounterpart,
};
