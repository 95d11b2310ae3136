import * as z from 'zod/mini';
import { Day } from '../domain/calendar.ts';
import { CommandHead, IdempotencyKey } from '../domain/command.ts';
import { NewSolutionProfile, Solution, SolutionStatus } from '../domain/solution/solution.ts';
import { SolutionId } from '../domain/solution/solutionTerms.ts';
import { answer, history, nothing, params, signedIn } from './route.ts';

const Followers = z.strictObject({ all: z.int(), behind: z.int() });
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
  /**
   * The whole profile. Other terms hold from `termsFrom`, or from today: what counts with them follows under the keys
   * `<idempotencyKey>-<code>`, so many a request, and whoever repeats the command goes on.
   */
  edit: signedIn('PUT', '/solutions/{solutionId}')
    .input(
      z.extend(params(solutionPath), {
        body: z.extend(NewSolutionProfile, { ...CommandHead.shape, termsFrom: z.optional(Day) }),
      }),
    )
    .output(answer(Solution)),
  /** How much counts with its terms, and how much still with those before the newest. */
  followers: signedIn('GET', '/solutions/{solutionId}/followers')
    .input(params(solutionPath))
    .output(answer(Followers)),
  /** Goes on with what is behind, whoever edited the terms. */
  followTerms: signedIn('POST', '/solutions/{solutionId}/followers')
    .input(z.extend(params(solutionPath), { body: z.strictObject({ idempotencyKey: IdempotencyKey }) }))
    .output(answer(Followers)),
  changeStage: signedIn('POST', '/solutions/{solutionId}/stages')
    .input(
      z.extend(params(solutionPath), {
        body: z.extend(CommandHead, { status: SolutionStatus, date: Day }),
      }),
    )
    .output(answer(Solution)),
  history: signedIn('GET', '/solutions/{solutionId}/history').input(params(solutionPath)).output(history),
};
