import type { CountryPack } from '../../domain/countryPack.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { recordChange } from '../recordKind.ts';
import {
  indicatorKey,
  indicatorWrites,
  solutionFrom,
  solutionKey,
  solutionKind,
  solutionSubject,
  takenIndicators,
} from './solutions.ts';

/** A solution, and which of the indicators that it is to have are another one's. */
interface SolutionContext {
  solution: Solution | undefined;
  takenIndicators: string[];
}

interface SolutionRules {
  authorise: () => void;
  decide: (context: SolutionContext) => Solution;
  /** The indicators that it is to have. */
  indicators?: string[];
}

/** Does one command on a solution; what it claims and lets go moves with it. */
export function changeSolution(
  database: Database,
  pack: CountryPack,
  solutionId: string,
  command: Command,
  { authorise, decide, indicators = [] }: SolutionRules,
): Promise<Solution> {
  return commitChange(
    database,
    pack,
    {
      kind: solutionKind,
      subject: solutionSubject(solutionId),
      read: async (): Promise<SolutionContext> => {
        const [item, ...claims] = await database.get([
          solutionKey(pack, solutionId),
          ...indicators.map(indicatorKey),
        ]);
        return {
          solution: item && solutionFrom(item),
          takenIndicators: takenIndicators(solutionId, indicators, claims),
        };
      },
      recordIn: ({ solution }) => solution,
      authorise,
      decide: (context) => {
        const { solution } = context;
        const after = decide(context);
        return [recordChange(solutionKind, solution, after, indicatorWrites(solution, after))];
      },
      shown: (solution) => solution,
      guards: 'version',
    },
    command,
  );
}
