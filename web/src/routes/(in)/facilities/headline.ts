import type { Stage } from '#functions/domain/facility/facility.ts';
import type { FacilityConcern } from '#functions/domain/facility/facilityConcern.ts';
import { totalOf, type Counts } from './counts.ts';
import type { FacilityFilter } from './filter.ts';
import type { Listing } from './listing.ts';

/** What the list's first sentence is about. */
export type Headline =
  | { kind: 'all'; n: number; live: number }
  | { kind: 'stage'; stage: Stage; n: number }
  | (Counted & ({ kind: 'capability'; capability: string } | { kind: 'concern'; concern: FacilityConcern }))
  | (Counted & { kind: 'found'; text: string });

interface Counted {
  n: number;
  /** Further pages have not been looked through. */
  isMore: boolean;
}

/** The answer to what was asked for: exact from progress where that counts it, else as far as the list was looked through. */
export function headlineOf(
  { stage, capability, concern, text }: FacilityFilter,
  counts: Counts,
  list: Listing,
): Headline {
  const listed = { n: list.rows.length, isMore: list.next !== undefined };
  if (text) return { kind: 'found', text, ...listed };
  if (concern) return { kind: 'concern', concern, ...listed };
  if (capability)
    return {
      kind: 'capability',
      capability,
      ...(stage ? listed : { n: counts.capable.get(capability) ?? 0, isMore: false }),
    };
  if (stage) return { kind: 'stage', stage, n: counts.at[stage] };
  return { kind: 'all', n: totalOf(counts), live: counts.at.live };
}

/** How many rows there are in all, where that is known. */
export function sizeOf(headline: Headline): number | undefined {
  return 'isMore' in headline && headline.isMore ? undefined : headline.n;
}
