import type { Day, Month } from '#functions/domain/calendar.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import type { Adoption } from '#functions/domain/solution/adoption.ts';

/** How far a facility has come with a solution; a step is undefined where it has not been reached. */
export interface Chain {
  /** When the first equipment for it was installed. */
  equippedOn?: Day;
  /** Since when all that it needs is there and works. */
  ableSince?: Day;
  /** The newest approved month, and whether it was used in that; undefined where the solution has nothing to show it by. */
  used?: { month: Month; isUsed: boolean };
}

/** A solution's chain at a facility, from its record and its newest approved report. */
export function chainOf(
  { equipment, periods, terms }: Adoption,
  reports: Pick<MonthlyReport, 'month' | 'approved'>[],
): Chain {
  const [first] = equipment.flatMap(({ spans }) => spans.map(({ from }) => from)).toSorted();
  const able = periods.at(-1);
  const [newest] = reports
    .filter(({ approved }) => approved)
    .toSorted((a, b) => b.month.localeCompare(a.month));
  const isUsed = terms.indicators.some((code) => (newest?.approved?.[code] ?? 0) > 0);
  return {
    ...(first && { equippedOn: first }),
    ...(able && !able.until && { ableSince: able.from }),
    ...(newest && terms.indicators.length > 0 && { used: { month: newest.month, isUsed } }),
  };
}
