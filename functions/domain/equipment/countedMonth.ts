import { monthOf, type Day, type Month } from '../calendar.ts';
import type { Contribution } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';

/** What is added to a row, in whichever scopes. */
export type InRow = Omit<Contribution, 'scope'>;

/** What happened before the programme counts from its first month. */
export function countedMonth(day: Day, { programmeStart }: CountryPack): Month {
  const [month, first] = [monthOf(day), monthOf(programmeStart)];
  return month < first ? first : month;
}
