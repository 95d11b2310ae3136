import { implement } from '@orpc/server';
import { solutionRoutes } from '../contract/solutions.ts';
import { ensureFound, ensureMay, nation } from '../domain/permissions.ts';
import {
  changeSolutionStage,
  editSolution,
  registerSolution,
  solutionSeenBy,
  termsOf,
} from '../domain/solution/solution.ts';
import { changeSolution } from '../store/solution/changeSolution.ts';
import { followersOf, letHoldersFollow } from '../store/solution/followTerms.ts';
import { History } from '../store/history.ts';
import { solutionSubject, Solutions } from '../store/solution/solutions.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { ensureFree, registered } from './http/register.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/runtime.ts';

const os = implement(solutionRoutes).$context<Call>();
const solutions = new Solutions(database, pack);
const history = new History(database);
const coded = { kind: 'solution', field: 'solutionId' };

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ context: { caller } }) => {
      ensureMay(caller, 'readSolution', nation);
      const all = await solutions.all();
      return { body: { solutions: all.map((solution) => solutionSeenBy(caller, solution)) } };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readSolution', nation);
      const solution = await solutions.find(params.solutionId);
      ensureFound(solution, 'readSolution');
      return { body: solutionSeenBy(caller, solution) };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readHistory', nation);
      ensureFound(await solutions.find(params.solutionId), 'readSolution');
      return { body: { lines: await history.of(solutionSubject(params.solutionId), true) } };
    }),
    register: os.register.handler(async ({ input: { body }, context: call }) => {
      const { basedOn, idempotencyKey, preparingOn, ...profile } = body;
      const { caller, today } = call;
      const what = commandOf('register', { basedOn, idempotencyKey }, { preparingOn, profile }, call);
      const registration = changeSolution(database, pack, profile.solutionId, what, {
        authorise: () => ensureMay(caller, 'writeSolution', nation),
        indicators: profile.indicators,
        decide: ({ solution, takenIndicators }) => {
          ensureFree(coded, solution);
          const by = caller.accountId;
          return registerSolution(profile, { pack, today, date: preparingOn, by, takenIndicators });
        },
      });
      return { body: await registered(coded, registration) };
    }),
    edit: os.edit.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, termsFrom, ...profile } = body;
      const { caller, today } = call;
      const content = { ...profile, ...(termsFrom && { termsFrom }) };
      const what = commandOf('edit', { basedOn, idempotencyKey }, content, call);
      const edited = await changeSolution(database, pack, params.solutionId, what, {
        authorise: () => ensureMay(caller, 'writeSolution', nation),
        indicators: profile.indicators,
        decide: ({ solution, takenIndicators }) => {
          ensureFound(solution, 'writeSolution');
          return editSolution(solution, profile, { pack, today, takenIndicators, termsFrom });
        },
      });
      await letHoldersFollow(database, pack, params.solutionId, what);
      return { body: edited };
    }),
    followers: os.followers.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readSolution', nation);
      const solution = await solutions.find(params.solutionId);
      ensureFound(solution, 'readSolution');
      return { body: await followersOf(database, params.solutionId, termsOf(solution).version) };
    }),
    followTerms: os.followTerms.handler(async ({ input: { params, body }, context: call }) => {
      ensureMay(call.caller, 'writeSolution', nation);
      const what = commandOf('followTerms', { basedOn: 0, ...body }, params, call);
      return { body: await letHoldersFollow(database, pack, params.solutionId, what) };
    }),
    changeStage: os.changeStage.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...stage } = body;
      const { caller, today } = call;
      const what = commandOf('changeStage', { basedOn, idempotencyKey }, stage, call);
      return {
        body: await changeSolution(database, pack, params.solutionId, what, {
          authorise: () => ensureMay(caller, 'writeSolution', nation),
          decide: ({ solution }) => {
            ensureFound(solution, 'writeSolution');
            return changeSolutionStage(solution, { ...stage, by: caller.accountId }, { pack, today });
          },
        }),
      };
    }),
  }),
);
