import { planApi } from 'virtual:api/plan';
import type { Milestone } from '#functions/domain/plan/milestone.ts';
import type { Target } from '#functions/domain/plan/target.ts';
import { askOrKept } from '#lib/api/answerCache.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { inOrder } from './standing.ts';

/** What is planned, and what happened on the way. */
export interface Plan {
  targets: Target[];
  milestones: Milestone[];
}

/** The plan in one request, its figures in the order in which they are told; without network as it was kept on this device. */
export async function currentPlan(): Promise<Plan> {
  const asked = askOrKept<Plan>('plan', async () => (await planApi.whole({})).body);
  const [{ value }, pack] = await Promise.all([asked, countryPack()]);
  return { ...value, targets: inOrder(value.targets, pack) };
}
