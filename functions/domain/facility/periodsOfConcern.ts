import type { Day } from '../calendar.ts';
import { isWithin, joined, type Period } from '../period.ts';
import type { Facility } from './facility.ts';
import { untrainedPeriods } from './nobodyTrained.ts';
import type { FacilityConcern } from './facilityConcern.ts';

type Known = Pick<Facility, 'readiness' | 'stages' | 'adoptions' | 'latest'>;

const periods: Record<FacilityConcern, (facility: Known) => Period[]> = {
  nobodyTrained: untrainedPeriods,
  readinessGap: ({ readiness = [] }) =>
    readiness.flatMap(({ checks, wasDue = [] }) => [
      ...wasDue,
      ...checks.flatMap(({ lookAgainOn }) => (lookAgainOn ? [{ from: lookAgainOn }] : [])),
    ]),
};

/** When a facility was a concern, and from when on it is or will be one unless somebody looks before. */
export function periodsOfConcern(facility: Known, concern: FacilityConcern): Period[] {
  return joined(periods[concern](facility));
}

/** Whether somebody should look at a facility on a day. */
export function isConcernOn(day: Day, facility: Known, concern: FacilityConcern): boolean {
  return periodsOfConcern(facility, concern).some((period) => isWithin(period, day));
}
