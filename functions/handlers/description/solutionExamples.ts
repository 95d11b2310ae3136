import type { Solution } from '../../domain/solution/solution.ts';
import { at, by, key } from './circumstances.ts';

/** An example for each operation on solutions. */
export function solutionExamples({ solution }: { solution: Solution }) {
  const { solutionId, version: _, stages, ...profile } = solution;
  const supplier = 'Example Ltd';
  const stage = { status: 'operating' as const, date: '2024-03-01' };
  const line = { version: 1, at, by, action: 'register' as const };
  return {
    'solutions.list': { answer: { solutions: [solution] } },
    'solutions.get': { answer: solution },
    'solutions.register': {
      body: { basedOn: 0, ...key, solutionId, ...profile, preparingOn: stages[0]?.date ?? '' },
      answer: solution,
    },
    'solutions.edit': {
      body: { basedOn: 1, ...key, ...profile, supplier },
      answer: { ...solution, version: 2, supplier },
    },
    'solutions.followers': { answer: { all: 190, behind: 40 } },
    'solutions.followTerms': { body: key, answer: { all: 190, behind: 0 } },
    'solutions.changeStage': {
      body: { basedOn: 2, ...key, ...stage },
      answer: { ...solution, version: 3, supplier, stages: [...stages, { ...stage, by: by.accountId }] },
    },
    'solutions.history': {
      answer: { lines: [{ ...line, changes: [{ field: 'solutionId', to: solutionId }] }] },
    },
  };
}
