import { m } from 'virtual:messages';
import type { CheckName } from '#functions/domain/facility/readiness.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import { named } from '#lib/i18n/format.ts';

export const checkWords: Record<CheckName, () => string> = {
  power: m.checkPower,
  internet: m.checkInternet,
  room: m.checkRoom,
  operatorRole: m.checkOperatorRole,
  spareParts: m.checkSpareParts,
  wastePlan: m.checkWastePlan,
};

/** The name of a solution; its code where there is none of it any more. */
export function solutionName(id: string, solutions: Solution[]): string {
  const solution = solutions.find(({ solutionId }) => solutionId === id);
  return solution ? named(solution.names) : id;
}
