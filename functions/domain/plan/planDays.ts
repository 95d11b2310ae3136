import type { Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';

// Loaded by screens: nothing of a schema is in here.

/** As far ahead as a country plans a rollout; later is a year mistyped. */
const yearsAhead = 30;

/** The days between which targets and events of a plan lie: from the first of the programme on. */
export function planDays({ programmeStart }: Pick<CountryPack, 'programmeStart'>): { first: Day; last: Day } {
  return { first: programmeStart, last: `${Number(programmeStart.slice(0, 4)) + yearsAhead}-12-31` };
}
