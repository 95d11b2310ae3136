import { implement } from '@orpc/server';
import { solutionRoutes } from '../contract/solutions.ts';
import { ensureFound, ensureMay, nation } from '../domain/permissions.ts';
import { changeSolutionStage, editSolution, registerSolution } from '../domain/solution.ts';
import { changeSolution } from '../store/changeSolution.ts';
import { History } from '../store/history.ts';
import { solutionSubject, Solutions } from '../store/solutions.ts';
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
      return { body: { solutions: await solutions.all() } };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readSolution', nation);
      const solution = await solutions.find(params.solutionId);
      ensureFound(solution, 'readSolution');
      return { body: solution };
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
      const { basedOn, idempotencyKey, ...profile } = body;
      const { caller, today } = call;
      const what = commandOf('edit', { basedOn, idempotencyKey }, profile, call);
      return {
        body: await changeSolution(database, pack, params.solutionId, what, {
          authorise: () => ensureMay(caller, 'writeSolution', nation),
          indicators: profile.indicators,
          decide: ({ solution, takenIndicators }) => {
            ensureFound(solution, 'writeSolution');
            return editSolution(solution, profile, { pack, today, takenIndicators });
          },
        }),
      };
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
