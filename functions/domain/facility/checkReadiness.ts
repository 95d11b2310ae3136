import { daysFrom, type Day } from '../calendar.ts';
import { ensureInProgramme, type CountryPack } from '../countryPack.ts';
import type { Facility } from './facility.ts';
import {
  checksFor,
  mostDaysToLookAgain,
  readinessChecks,
  type CheckName,
  type LookedAt,
  type ReadinessCheck,
} from './readiness.ts';
import { joined, type Period } from '../period.ts';
import { ensure } from '../refusal.ts';

/** Somebody has looked, on one day, at what a solution needs at a place; what they did not look at stays as it is known. */
export function checkReadiness(
  facility: Facility,
  { solutionId, on, by, checks }: { solutionId: string; on: Day; by: string; checks: LookedAt[] },
  { pack, today }: { pack: CountryPack; today: Day },
): Facility {
  ensureInProgramme(on, pack, today, 'on');
  const names = checks.map(({ check }) => check);
  ensure(new Set(names).size === names.length, 'invalid', 'A check is named twice.', { field: 'checks' });
  for (const [index, check] of checks.entries()) ensureLookAgain(check, on, `checks.${index}.lookAgainOn`);
  const { readiness = [] } = facility;
  const known = new Map(checksFor(facility, solutionId).map((one) => [one.check, one]));
  const before = readiness.find((one) => one.solutionId === solutionId);
  const wasDue = joined([...(before?.wasDue ?? []), ...dueUntil(on, names, known)]);
  for (const check of checks) known.set(check.check, { ...check, on, by });
  const after = readinessChecks.flatMap((name) => known.get(name) ?? []);
  return {
    ...facility,
    version: facility.version + 1,
    readiness: [
      ...readiness.filter((one) => one !== before),
      { solutionId, checks: after, ...(wasDue.length > 0 && { wasDue }) },
    ],
  };
}

/** Since when those that are looked at on a day had been due by then. */
function dueUntil(day: Day, names: CheckName[], known: ReadonlyMap<CheckName, ReadinessCheck>): Period[] {
  return names.flatMap((name) => {
    const since = known.get(name)?.lookAgainOn;
    return since && since < day ? [{ from: since, until: day }] : [];
  });
}

/** A gap, and only a gap, is looked at again, within a year. */
function ensureLookAgain({ isMet, lookAgainOn }: LookedAt, on: Day, field: string): void {
  ensure(!isMet || !lookAgainOn, 'invalid', 'What is met is not looked at again.', { field });
  ensure(isMet || lookAgainOn, 'invalid', 'Say when this gap is looked at again.', { field });
  const days = lookAgainOn ? daysFrom(on, lookAgainOn) : 1;
  ensure(
    days > 0 && days <= mostDaysToLookAgain,
    'dateNotAllowed',
    'The day must lie within a year after the day of looking.',
    { field },
  );
}
