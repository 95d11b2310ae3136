import type { FacilityProfile } from '../domain/facility.ts';
import type { Person } from '../domain/person.ts';

/** Who registers facilities and moves them on. */
export const administrator: Person = { accountId: 'admin-ua', name: 'Iryna Shevchuk' };

/** Reviews the whole country. */
export const manager: Person = { accountId: 'manager-ua', name: 'Olena Kovalenko' };

/** Reviews Lviv region. */
export const managerOfLviv: Person = { accountId: 'manager-lviv', name: 'Andrii Melnyk' };

const managerOfSouth: Person = { accountId: 'manager-south', name: 'Svitlana Moroz' };
const south = ['UA-48', 'UA-51', 'UA-65', 'UA-23', 'UA-35'];

/** The manager who reviews a facility's reports. */
export function reviewerOf({ region }: Pick<FacilityProfile, 'region'>): Person {
  if (region === 'UA-46') return managerOfLviv;
  return south.includes(region) ? managerOfSouth : manager;
}

/** The person who reports for a facility. */
export function headOf({ facilityId, names }: Pick<FacilityProfile, 'facilityId' | 'names'>): Person {
  return { accountId: `head-${facilityId}`, name: `Head of ${names.en}` };
}
