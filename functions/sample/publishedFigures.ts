import type { Day, Month } from '../domain/calendar.ts';
import type { Stage } from '../domain/facility/facility.ts';

/** The product's day while the sample is loaded: November is due, and a week is left. */
export const sampleToday: Day = '2024-12-03';

/** Counts what was added to the sample: a data folder keeps the edition that it was begun with. */
export const sampleEdition = 11;

/** The first and the last month of the sample's reports. */
export const firstMonth: Month = '2022-12';
export const lastMonth: Month = '2024-11';

/** How many facilities stand at each stage on the sample's day; those that are live are the published figure. */
export const standing = {
  planned: 26,
  connected: 19,
  equipped: 14,
  trained: 9,
  live: 328,
  suspended: 3,
} as const satisfies Record<Stage, number>;

/** Teleconsultations that were approved up to the last month, as published. */
export const teleconsultations = 8893;

/** Training sessions held up to the last month, and the health workers who learnt to use telemedicine equipment, as published. */
export const trainingSessions = 1031;
export const workersTrained = 1259;

/** Aid received up to the end of the last month, as published, in US cents. */
export const aidReceivedCents = 400_000_000;
