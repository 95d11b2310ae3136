import { planApi } from 'virtual:api/plan';
import type { Milestone } from '#functions/domain/plan/milestone.ts';
import type { Target } from '#functions/domain/plan/target.ts';
import { askOrKept } from '#lib/api/answerCache.ts';

/** What is planned, and what happened on the way. */
export interface Plan {
  targets: Target[];
  milestones: Milestone[];
}

/** The plan in one request; without network as it was kept on this device. */
export async function currentPlan(): Promise<Plan> {
  const { value } = await askOrKept<Plan>('plan', async () => (await planApi.whole({})).body);
  return value;
}
