import type { CountryPack } from '../countryPack.ts';
import { withMonth } from '../facility/confirmed.ts';
import type { LatestReport } from '../facility/facility.ts';
import { plainText } from '../plainText.ts';
import { teleconsultationsIn } from './indicator.ts';
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
  const before = latest?.counted ?? [];
  const runs = withMonth(before, month, figures !== undefined);
  const counted = runs.length > 0 && { counted: runs };
  if (!latest || latest.month <= month) {
    const teleconsultations = teleconsultationsIn(figures ?? {}, pack.indicators);
    return { month, status, teleconsultations, ...counted };
  }
  const { counted: _, ...newest } = latest;
  return plainText(runs) === plainText(before) ? undefined : { ...newest, ...counted };
}
