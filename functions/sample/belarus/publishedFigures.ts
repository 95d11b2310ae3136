import type { Day } from '../../domain/calendar.ts';

/** Residents of Liachavičy district whom its clinic serves, as published. */
export const residentsServed = 25_000;

/** The year in which the clinic was computerised, as published, and the invented days on which it went on to each stage. */
export const computerised = {
  year: 2018,
  planned: '2017-03-06',
  connected: '2017-11-20',
  equipped: '2018-02-12',
  trained: '2018-03-05',
  live: '2018-03-19',
} as const satisfies Record<string, Day | number>;

/** The project as published, with the days on which it began and ended: euprojects.by, “Support to Local Development”, 2018. */
export const project = {
  title: 'Support to Local Development in the Republic of Belarus',
  from: '2014-02-15',
  to: '2018-07-07',
  implementing: 'United Nations Development Programme',
  counterpart: 'Ministry of Economy of the Republic of Belarus',
} as const;
