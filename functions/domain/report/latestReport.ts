import type { CountryPack } from '../countryPack.ts';
import { withMonth } from '../facility/confirmed.ts';
import type { LatestReport } from '../facility/facility.ts';
import { plainText } from '../plainText.ts';
import { coverCode, coveredIn } from './cover.ts';
import { teleconsultationsIn, type Figures } from './indicator.ts';
import { countedFigures, type MonthlyReport } from './monthlyReport.ts';

/** What a facility keeps of its reports with this one; undefined when that stays: a first draft is not handed in. */
export function newerLatest(
  latest: LatestReport | undefined,
  report: MonthlyReport,
  pack: CountryPack,
): LatestReport | undefined {
  const { month, status, submittedOn } = report;
  if (!submittedOn) return undefined;
  const figures = countedFigures(report);
  const counted = withMonth(latest?.counted ?? [], month, figures !== undefined);
  const unstaffed = withCover(latest?.unstaffed ?? [], month, figures);
  const known = { ...(counted.length > 0 && { counted }), ...(unstaffed.length > 0 && { unstaffed }) };
  if (!latest || latest.month <= month) {
    const teleconsultations = teleconsultationsIn(figures ?? {}, pack.indicators);
    return { month, status, teleconsultations, ...known };
  }
  const { counted: _, unstaffed: __, ...newest } = latest;
  const next = { ...newest, ...known };
  return plainText(next) === plainText(latest) ? undefined : next;
}

type Unstaffed = NonNullable<LatestReport['unstaffed']>;

/** The solutions that nobody could use, with what a month's figures say of each. */
function withCover(before: Unstaffed, month: string, figures: Figures = {}): Unstaffed {
  const solutions = new Set([...before.map(({ solutionId }) => solutionId), ...coveredIn(figures)]);
  return [...solutions].sort().flatMap((solutionId) => {
    const known = before.find((one) => one.solutionId === solutionId)?.months ?? [];
    const months = withMonth(known, month, figures[coverCode(solutionId)] === 0);
    return months.length > 0 ? [{ solutionId, months }] : [];
  });
}
