import type { Facility } from '../../domain/facility/facility.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { by, key } from './circumstances.ts';

/** An example of looking at how ready a facility is for a solution. */
export function readinessExample(facility: Facility, { solutionId }: Pick<Solution, 'solutionId'>) {
  const on = '2024-05-13';
  const checks = [
    { check: 'power' as const, isMet: true },
    { check: 'room' as const, isMet: false, note: 'Being painted', lookAgainOn: '2024-06-10' },
  ];
  const known = checks.map((check) => ({ ...check, on, by: by.accountId }));
  return {
    body: { basedOn: 5, ...key, solutionId, on, checks },
    answer: { ...facility, version: 6, readiness: [{ solutionId, checks: known }] },
  };
}
