import type { Day } from '../calendar.ts';
import type { SolutionTerms } from './solutionTerms.ts';

/** What holds of a solution's terms on a day. */
export function termsOn(terms: SolutionTerms, day: Day): SolutionTerms {
  return terms.former?.find(({ until }) => day < until) ?? terms;
}
