import * as z from 'zod/mini';
import { CommandHead } from '../domain/command.ts';
import { Milestone, MilestoneId, NewMilestoneProfile } from '../domain/plan/milestone.ts';
import { Target, TargetFigure, TargetLines } from '../domain/plan/target.ts';
import { lineOf } from '../domain/text.ts';
import { answer, history, nothing, params, signedIn } from './route.ts';

const targetPath = { figure: TargetFigure };
const milestonePath = { milestoneId: MilestoneId };

export const planRoutes = {
  /** Everything that is planned, and what happened on the way: it is little. */
  whole: signedIn('GET', '/plan')
    .input(nothing)
    .output(answer(z.strictObject({ targets: z.array(Target), milestones: z.array(Milestone) }))),
  /** Sets all of a figure's target; lowering it needs a reason. */
  setTarget: signedIn('PUT', '/plan/targets/{figure}')
    .input(
      z.extend(params(targetPath), {
        body: z.extend(CommandHead, { lines: TargetLines, reason: z.optional(lineOf(500)) }),
      }),
    )
    .output(answer(Target)),
  targetHistory: signedIn('GET', '/plan/targets/{figure}/history').input(params(targetPath)).output(history),
  /** Registers or edits a milestone, whole. */
  setMilestone: signedIn('PUT', '/plan/milestones/{milestoneId}')
    .input(z.extend(params(milestonePath), { body: z.extend(NewMilestoneProfile, CommandHead.shape) }))
    .output(answer(Milestone)),
  milestoneHistory: signedIn('GET', '/plan/milestones/{milestoneId}/history')
    .input(params(milestonePath))
    .output(history),
};
