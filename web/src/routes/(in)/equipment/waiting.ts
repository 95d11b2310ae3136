import type { Pages } from '#lib/ui/list/pages.ts';
import type { Condition } from './list/filter.ts';
import { firstToLookAt, type ListedRow } from './list/listing.ts';
import type { FunnelScope } from './scope.ts';

/** What somebody should look at, the most urgent first; what is faulty for long is among what is faulty. */
const conditions = ['silent', 'stuck', 'faulty', 'missing'] as const satisfies Condition[];

/** The first equipment of a scope under each condition; the list of equipment does not know donors. */
export async function waitingIn({
  region,
  of,
}: FunnelScope): Promise<{ condition: Condition; list: Pages<ListedRow> }[]> {
  const [kind, code = ''] = of?.split(':') ?? [];
  if (kind === 'donor') return [];
  const narrowed = {
    ...(region && { region }),
    ...(kind === 'type' && { equipmentType: code }),
    ...(kind === 'solution' && { solutionId: code }),
  };
  const all = await Promise.all(
    conditions.map(async (condition) => ({
      condition,
      list: await firstToLookAt({ ...narrowed, condition }),
    })),
  );
  return all.filter(({ list }) => list.rows.length > 0);
}
