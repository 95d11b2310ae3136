import { adoptedIn } from '../solution/adoptedIn.ts';
import type { Adoption } from '../solution/adoption.ts';
import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { asksCover, coverCode, coverIndicators, coveredIn } from './cover.ts';
import type { Figures, Indicator } from './indicator.ts';

type Adopting = { adoptions?: Adoption[] };
type Asking = Pick<CountryPack, 'indicators' | 'capabilities' | 'coverSince'>;

/**
 * What a facility is asked for a month: what everybody is, what shows the use of the solutions it had adopted then, and
 * how many can use each of them.
 */
export function askedIndicators(pack: Asking, facility: Adopting, month: Month): Indicator[] {
  return formIndicators(pack, facility, month, undefined);
}

/** What is on the form of a month: what is asked, and what was typed when it still was. */
export function formIndicators(
  pack: Asking,
  facility: Adopting,
  month: Month,
  report: { figures: Figures; approved?: Figures } | undefined,
): Indicator[] {
  const typed = { ...report?.approved, ...report?.figures };
  const adopted = adoptedIn(facility, month);
  const shown = new Set(adopted.flatMap(({ terms }) => terms.indicators));
  const known = pack.indicators.filter(({ asked, code }) => !asked || shown.has(code) || code in typed);
  const solutions = adopted.map(({ solutionId, terms }) => ({ solutionId, capability: terms.capability }));
  const cover = asksCover(pack, month)
    ? solutions
    : solutions.filter(({ solutionId }) => coverCode(solutionId) in typed);
  const former = coveredIn(typed)
    .filter((id) => !solutions.some(({ solutionId }) => solutionId === id))
    .map((solutionId) => ({ solutionId }));
  return [...known, ...coverIndicators(pack, [...cover, ...former])];
}

/** What a report shows: what everybody is asked, and what else is in it or was approved. */
export function inReport(pack: Pick<CountryPack, 'indicators' | 'capabilities'>, report: Shown): Indicator[] {
  const { adopted = [], approvedAdopted = [] } = report;
  const figures = { ...report.approved, ...report.figures };
  const known = pack.indicators.filter(({ asked, code }) => !asked || code in figures);
  const solutions = [...approvedAdopted, ...adopted];
  const cover = coveredIn(figures).map((solutionId) => ({
    solutionId,
    capability: solutions.findLast((one) => one.solutionId === solutionId)?.capability,
  }));
  return [...known, ...coverIndicators(pack, cover)];
}

/** A report, as far as what is in it goes. */
interface Shown {
  figures: Figures;
  approved?: Figures | undefined;
  adopted?: { solutionId: string; capability: string }[] | undefined;
  approvedAdopted?: { solutionId: string; capability: string }[] | undefined;
}
