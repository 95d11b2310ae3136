import type { Facility } from '../facility/facility.ts';
import { unmetFor } from '../facility/readiness.ts';
import { ensure } from '../refusal.ts';
import type { Changed } from './consignmentRules.ts';
import type { Donation, ReadinessOverride } from './donation.ts';
import { isWarehouse } from './place.ts';
import { stepsOf } from './standing.ts';

/** Units of this donation may go to places that are not ready. It is said once, and stays. */
export function overrideReadiness(donation: Donation, override: ReadinessOverride): Donation {
  ensure(!donation.readinessOverride, 'wrongState', 'Places of this donation need not be ready already.');
  return { ...donation, version: donation.version + 1, readinessOverride: override };
}

/** What there is to know before donated units leave for a place. */
interface Surroundings {
  facilities: Pick<Facility, 'facilityId' | 'readiness'>[];
  donation: Pick<Donation, 'readinessOverride'> | undefined;
}

/**
 * Refuses that donated units of a solution leave for a facility that is not ready for it, unless their donation allows that.
 * What is at a facility already may go on to another, and a warehouse need not be ready.
 */
export function ensureReady({ after, parts }: Changed, { facilities, donation }: Surroundings): void {
  const told = parts.at(-1) ?? after;
  const eventId = Math.max(...told.log.map((event) => event.eventId));
  const step = stepsOf(told).find(({ event }) => event.eventId === eventId);
  const { solution, source } = told;
  if (step?.event.kind !== 'shipped' || !solution || source.kind !== 'donation') return;
  const { holder, destination } = step.standing;
  if (!destination || isWarehouse(destination) || (holder && !isWarehouse(holder))) return;
  const facility = facilities.find(({ facilityId }) => facilityId === destination.placeId);
  const unmet = unmetFor(facility ?? {}, solution.solutionId);
  ensure(
    unmet.length === 0 || donation?.readinessOverride,
    'notReady',
    `${destination.placeId} is not ready for "${solution.solutionId}": ${unmet.join(', ')}.`,
    { field: 'kind' },
  );
}
