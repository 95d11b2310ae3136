import { adoptedIn } from '../solution/adoptedIn.ts';
import type { Adoption } from '../solution/adoption.ts';
import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { Figures, Indicator } from './indicator.ts';

type Adopting = { adoptions?: Adoption[] };

/** What a facility is asked for a month: what everybody is, and what shows the use of the solutions it had adopted then. */
export function askedIndicators(
  { indicators }: Pick<CountryPack, 'indicators'>,
  facility: Adopting,
  month: Month,
): Indicator[] {
  const adopted = new Set(adoptedIn(facility, month).flatMap(({ terms }) => terms.indicators));
  return indicators.filter(({ asked, code }) => !asked || adopted.has(code));
}

/** What is on the form of a month: what is asked, and what was typed when it still was. */
export function formIndicators(
  pack: Pick<CountryPack, 'indicators'>,
  facility: Adopting,
  month: Month,
  report: { figures: Figures; approved?: Figures } | undefined,
): Indicator[] {
  const asked = askedIndicators(pack, facility, month);
  const typed = { ...report?.approved, ...report?.figures };
  return pack.indicators.filter((one) => asked.includes(one) || one.code in typed);
}

/** What a report shows: what everybody is asked, and what else is in it. */
export function inReport(indicators: Indicator[], figures: Figures): Indicator[] {
  return indicators.filter(({ asked, code }) => !asked || code in figures);
}
