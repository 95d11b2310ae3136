import type { Adoption } from './adoption.ts';
import { addMonths, type Month } from './calendar.ts';

/** The adoptions of a facility that held on any day of a month. */
export function adoptedIn({ adoptions = [] }: { adoptions?: Adoption[] }, month: Month): Adoption[] {
  const [first, next] = [`${month}-01`, `${addMonths(month, 1)}-01`];
  return adoptions.filter(({ periods }) =>
    periods.some(({ from, until }) => from < next && (!until || until > first)),
  );
}
