import type { FacilityProfile } from '../domain/facility/facilityProfile.ts';
import { nameIn, type Names } from '../domain/names.ts';
import type { Person } from '../domain/person.ts';
import { firstMonth, lastMonth, sampleToday } from './publishedFigures.ts';
import type { Story } from './story.ts';

/** Who registers facilities and moves them on. */
export const administrator: Person = { accountId: 'admin-ua', name: 'Iryna Shevchuk' };

/** Reviews the whole country. */
export const manager: Person = { accountId: 'manager-ua', name: 'Olena Kovalenko' };

/** The sample of Ukraine: invented, with the published totals. */
export const ukraineStory: Story = {
  administrator,
  manager,
  entered: { warehouses: '2022-01-10', donors: '2022-05-16', targets: '2023-01-02' },
  firstMonth,
  lastMonth,
  today: sampleToday,
};

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
export function headOf(profile: Pick<FacilityProfile, 'facilityId' | 'names'>): Person {
  return { accountId: `head-${profile.facilityId}`, name: headNames(profile).en };
}

/** What the head of a facility is called in each language. */
export function headNames({ names }: Pick<FacilityProfile, 'names'>): Names {
  return {
    en: `Head of ${nameIn(names, 'en')}`,
    uk: `Керівник: ${nameIn(names, 'uk')}`,
    be: `Кіраўнік: ${nameIn(names, 'be', 'uk')}`,
    ru: `Руководитель: ${nameIn(names, 'ru', 'uk')}`,
  };
}
