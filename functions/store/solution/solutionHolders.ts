import * as z from 'zod/mini';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import type { SolutionTerms } from '../../domain/solution/solutionTerms.ts';
import type { Database } from '../database.ts';
import type { Write } from '../write.ts';

const Holder = z.object({ holder: z.string(), termsVersion: z.int() });
/** What counts with a solution's terms, by the subject of its history, and the version of those. */
export type Holder = z.infer<typeof Holder>;

/** Names a consignment among what counts with its solution's terms; written with it. */
export function consignmentHolds(before: Consignment | undefined, after: Consignment): Write[] {
  const { consignmentId, solution } = after;
  if (!solution || before?.solution?.terms.version === solution.terms.version) return [];
  return [holds(solution.solutionId, `consignment#${consignmentId}`, solution.terms)];
}

/** Names a facility among what counts with the terms of the solutions that it has adopted by hand; written with it. */
export function facilityHolds(before: Facility | undefined, after: Facility): Write[] {
  const holder = `facility#${after.facilityId}`;
  const [had, has] = [byHand(before), byHand(after)];
  const begun = [...has].filter(([solutionId, { version }]) => had.get(solutionId)?.version !== version);
  const over = [...had.keys()].filter((solutionId) => !has.has(solutionId));
  return [
    ...begun.map(([solutionId, terms]) => holds(solutionId, holder, terms)),
    ...over.map((solutionId): Write => ({
      table: 'solutionHolders',
      kind: 'delete',
      key: { solutionId, holder },
    })),
  ];
}

/** The terms of what a facility has adopted by hand. */
function byHand(facility: Facility | undefined): Map<string, SolutionTerms> {
  const own = (facility?.adoptions ?? []).filter((one) => one.byHand);
  return new Map(own.map(({ solutionId, terms }) => [solutionId, terms]));
}

/** All that counts with a solution's terms; what was acknowledged is there. */
export async function holdersOf(database: Database, solutionId: string): Promise<Holder[]> {
  const query = { key: 'solutionId', equals: solutionId, isConsistent: true };
  return database.readable('solutionHolders', await database.query('solutionHolders', query), (item) =>
    Holder.parse(item),
  );
}

function holds(solutionId: string, holder: string, { version }: SolutionTerms): Write {
  return { table: 'solutionHolders', kind: 'put', item: { solutionId, holder, termsVersion: version } };
}
