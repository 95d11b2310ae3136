import { m } from 'virtual:messages';
import type { Role } from '#functions/domain/caller.ts';

interface NavLink {
  href: string;
  label: () => string;
}

const overview = { href: '/overview', label: m.navOverview };
const facilities = { href: '/facilities', label: m.navFacilities };
const equipment = { href: '/equipment', label: m.navEquipment };
const training = { href: '/training', label: m.navTraining };
const donations = { href: '/donations', label: m.navDonations };
const releases = { href: '/releases', label: m.navReleases };
const review = { href: '/review', label: m.navReview };
const people = { href: '/people', label: m.navPeople };
const mine = { href: '/my-facility', label: m.navMyFacility };

const links: Record<Role, NavLink[]> = {
  manager: [overview, facilities, equipment, training, donations, releases, review],
  admin: [overview, facilities, equipment, training, donations, releases, people],
  donor: [overview, donations, releases],
  head: [mine],
};
const names: Record<Role, () => string> = {
  manager: m.roleManager,
  admin: m.roleAdmin,
  donor: m.roleDonor,
  head: m.roleHead,
};

/** The pages of a role; someone with a single page needs no menu. */
export function navOf(role: Role): NavLink[] {
  return links[role];
}

export function roleName(role: Role): string {
  return names[role]();
}
