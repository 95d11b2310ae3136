import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { Period } from '../period.ts';
import { SolutionId } from '../solution/solutionTerms.ts';
import { textOf } from '../text.ts';

/** What a place needs before equipment of a solution is sent there. */
export const readinessChecks = [
  'power',
  'internet',
  'room',
  'operatorRole',
  'spareParts',
  'wastePlan',
] as const;
const CheckName = z.enum(readinessChecks);
export type CheckName = z.infer<typeof CheckName>;

/** What somebody has found; a gap has a day on which it is looked at again. */
export const LookedAt = z.strictObject({
  check: CheckName,
  isMet: z.boolean(),
  note: z.optional(textOf(3, 300)),
  lookAgainOn: z.optional(Day),
});
export type LookedAt = z.infer<typeof LookedAt>;

/** What was found last of a check, on which day and by whom. */
export const ReadinessCheck = z.extend(LookedAt, { on: Day, by: z.string() });
export type ReadinessCheck = z.infer<typeof ReadinessCheck>;

/** What is known of how ready a facility is for a solution; what nobody has looked at is missing. */
export const Readiness = z.strictObject({
  solutionId: SolutionId,
  checks: z.array(ReadinessCheck),
  /** When gaps were due that have been looked at again since, in order; absent where that was always in time. */
  wasDue: z.optional(z.array(Period)),
});
export type Readiness = z.infer<typeof Readiness>;

/** How many days a gap may be left alone. */
export const mostDaysToLookAgain = 366;

interface Checked {
  readiness?: Readiness[] | undefined;
}

/** What is known of a facility's readiness for a solution. */
export function checksFor({ readiness = [] }: Checked, solutionId: string): ReadinessCheck[] {
  return readiness.find((one) => one.solutionId === solutionId)?.checks ?? [];
}

/** The checks that are not met for a solution, those that nobody has looked at included. */
export function unmetFor(facility: Checked, solutionId: string): CheckName[] {
  const checks = checksFor(facility, solutionId);
  return readinessChecks.filter((name) => !checks.some(({ check, isMet }) => check === name && isMet));
}

/** The solutions for which all is ready. */
export function readyFor(facility: Checked): string[] {
  const solutionIds = (facility.readiness ?? []).map(({ solutionId }) => solutionId);
  return solutionIds.filter((solutionId) => unmetFor(facility, solutionId).length === 0);
}

/** A gap that somebody was to look at again. */
export const DueGap = z.strictObject({ solutionId: SolutionId, check: CheckName, lookAgainOn: Day });
export type DueGap = z.infer<typeof DueGap>;

/** The gaps that were to be looked at again by today, the longest due first. */
export function dueGaps({ readiness = [] }: Checked, today: Day): DueGap[] {
  return readiness
    .flatMap(({ solutionId, checks }) =>
      checks.flatMap(({ check, lookAgainOn }) =>
        lookAgainOn && lookAgainOn <= today ? [{ solutionId, check, lookAgainOn }] : [],
      ),
    )
    .toSorted((a, b) => (a.lookAgainOn < b.lookAgainOn ? -1 : 1));
}
