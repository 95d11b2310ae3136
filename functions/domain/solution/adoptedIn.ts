import type { Adoption } from './adoption.ts';
import { addMonths, type Month } from '../calendar.ts';
import { termsOn } from './termsOn.ts';

/** The adoptions of a facility that held on any day of a month, with the terms that held when it began. */
export function adoptedIn({ adoptions = [] }: { adoptions?: Adoption[] }, month: Month): Adoption[] {
  const [first, next] = [`${month}-01`, `${addMonths(month, 1)}-01`];
  return adoptions
    .filter(({ periods }) => periods.some(({ from, until }) => from < next && (!until || until > first)))
    .map((adoption) => ({ ...adoption, terms: termsOn(adoption.terms, first) }));
}
