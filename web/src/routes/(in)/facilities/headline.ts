import type { Stage } from '#functions/domain/facility/facility.ts';
import { totalOf, type Counts } from './counts.ts';
import type { FacilityFilter } from './filter.ts';
import type { Listing } from './listing.ts';

/** What the list's first sentence is about. */
export type Headline =
  | { kind: 'all'; n: number; live: number }
  | { kind: 'stage'; stage: Stage; n: number }
  /** `isMore`: further pages have not been looked through. */
  | { kind: 'found'; n: number; text: string; isMore: boolean };

/** The answer to what was asked for: exact from progress, except that only the list knows what a text matches. */
export function headlineOf({ stage, text }: FacilityFilter, counts: Counts, list: Listing): Headline {
  if (text) return { kind: 'found', n: list.rows.length, text, isMore: list.next !== undefined };
  if (stage) return { kind: 'stage', stage, n: counts[stage] };
  return { kind: 'all', n: totalOf(counts), live: counts.live };
}

/** How many rows there are in all, where that is known. */
export function sizeOf(headline: Headline): number | undefined {
  return headline.kind === 'found' && headline.isMore ? undefined : headline.n;
}
