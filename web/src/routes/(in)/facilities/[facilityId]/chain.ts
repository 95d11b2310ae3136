import type { Day, Month } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { useOf, type MonthlyUse } from '#functions/domain/report/monthlyUse.ts';
import type { Adoption } from '#functions/domain/solution/adoption.ts';

/** How far a facility has come with a solution; a step is undefined where it has not been reached. */
export interface Chain {
  /** When the first equipment for it was installed. */
  equippedOn?: Day;
  /** Since when all that it needs is there and works. */
  ableSince?: Day;
  /** The newest approved month, and whether it was used in that; undefined where nothing in its report would show it. */
  used?: { month: Month; use: MonthlyUse };
}

/** A solution's chain at a facility, from its record and its newest approved report. */
export function chainOf(
  { solutionId, equipment, periods }: Adoption,
  reports: MonthlyReport[],
  pack: Pick<CountryPack, 'indicators'>,
): Chain {
  const [first] = equipment.flatMap(({ spans }) => spans.map(({ from }) => from)).toSorted();
  const able = periods.at(-1);
  const [newest] = reports
    .filter(({ approved }) => approved)
    .toSorted((a, b) => b.month.localeCompare(a.month));
  const use = useOf(newest, solutionId, pack);
  return {
    ...(first && { equippedOn: first }),
    ...(able && !able.until && { ableSince: able.from }),
    ...(newest && use !== 'notAsked' && { used: { month: newest.month, use } }),
  };
}
