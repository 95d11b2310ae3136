import type { Day, Month } from '../domain/calendar.ts';
import type { Person } from '../domain/person.ts';

/** Who tells a country's sample, and when it takes place. */
export interface Story {
  /** Registers facilities and moves them on. */
  administrator: Person;
  /** Answers for the whole country. */
  manager: Person;
  /** The day on which warehouses, donors and targets were entered, before anything of them is told. */
  entered: { warehouses: Day; donors: Day; targets: Day };
  /** The first and the last month of its reports. */
  firstMonth: Month;
  lastMonth: Month;
  /** The product's day while the sample is loaded. */
  today: Day;
}
