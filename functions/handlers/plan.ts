import { implement } from '@orpc/server';
import { planRoutes } from '../contract/plan.ts';
import { ensureMay, may, nation } from '../domain/permissions.ts';
import { setMilestone } from '../domain/plan/milestone.ts';
import { setTarget } from '../domain/plan/target.ts';
import { History } from '../store/history.ts';
import { changeMilestone, changeTarget, milestoneSubject, Plan, targetSubject } from '../store/plan/plan.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(planRoutes).$context<Call>();
const plan = new Plan(database, pack);
const history = new History(database);

export const handler = serve(
  os.router({
    whole: os.whole.handler(async ({ context: { caller } }) => {
      ensureMay(caller, 'readPlan', nation);
      const [targets, milestones] = await Promise.all([plan.targets(), plan.milestones()]);
      const seen = milestones.filter(
        ({ isWithdrawn }) => !isWithdrawn || may(caller, 'writeMilestone', nation),
      );
      return { body: { targets, milestones: seen } };
    }),
    setTarget: os.setTarget.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, lines, reason } = body;
      const { figure } = params;
      const content = { lines, ...(reason && { reason }) };
      const what = commandOf('setTarget', { basedOn, idempotencyKey }, content, call);
      const asked = { ...what, ...(reason && { reason }) };
      return {
        body: await changeTarget(database, pack, figure, asked, {
          authorise: () => ensureMay(call.caller, 'writePlan', nation),
          decide: (before) => setTarget(before, { figure, lines }, { pack, reason }),
        }),
      };
    }),
    targetHistory: os.targetHistory.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readHistory', nation);
      return { body: { lines: await history.of(targetSubject(params.figure), true) } };
    }),
    setMilestone: os.setMilestone.handler(async ({ input: { params, body }, context: call }) => {
      const { basedOn, idempotencyKey, ...profile } = body;
      const what = commandOf('setMilestone', { basedOn, idempotencyKey }, profile, call);
      return {
        body: await changeMilestone(database, pack, params.milestoneId, what, {
          authorise: () => ensureMay(call.caller, 'writeMilestone', nation),
          decide: (before) => setMilestone(before, { ...params, ...profile }, pack),
        }),
      };
    }),
    milestoneHistory: os.milestoneHistory.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readHistory', nation);
      return { body: { lines: await history.of(milestoneSubject(params.milestoneId), true) } };
    }),
  }),
);
