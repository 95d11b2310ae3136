import * as z from 'zod/mini';
import { Day } from '../domain/calendar.ts';
import { CommandHead } from '../domain/command.ts';
import { NewSolutionProfile, Solution, SolutionStatus } from '../domain/solution.ts';
import { SolutionId } from '../domain/solutionTerms.ts';
import { answer, history, nothing, params, signedIn } from './route.ts';

const solutionPath = { solutionId: SolutionId };

export const solutionRoutes = {
  list: signedIn('GET', '/solutions')
    .input(nothing)
    .output(answer(z.strictObject({ solutions: z.array(Solution) }))),
  register: signedIn('POST', '/solutions')
    .input(
      z.extend(nothing, {
        body: z.extend(NewSolutionProfile, {
          ...CommandHead.shape,
          solutionId: SolutionId,
          preparingOn: Day,
        }),
      }),
    )
    .output(answer(Solution)),
  get: signedIn('GET', '/solutions/{solutionId}').input(params(solutionPath)).output(answer(Solution)),
  /** The whole profile. */
  edit: signedIn('PUT', '/solutions/{solutionId}')
    .input(z.extend(params(solutionPath), { body: z.extend(NewSolutionProfile, CommandHead.shape) }))
    .output(answer(Solution)),
  changeStage: signedIn('POST', '/solutions/{solutionId}/stages')
    .input(
      z.extend(params(solutionPath), {
        body: z.extend(CommandHead, { status: SolutionStatus, date: Day }),
      }),
    )
    .output(answer(Solution)),
  history: signedIn('GET', '/solutions/{solutionId}/history').input(params(solutionPath)).output(history),
};
