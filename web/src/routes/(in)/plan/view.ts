import type { Day } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import type { PlanView } from '#lib/plan/standing.ts';
import { lastOver, monthsShown } from '#lib/progress/series.ts';
import type { Params } from '#lib/ui/address.ts';

/** What the address asks to look at, as of the last month that is over. */
export function viewOf(params: Params, sums: ProgressSums, pack: CountryPack, today: Day): PlanView {
  const only = sums.regions.length === 1 ? sums.regions[0] : undefined;
  const region = only ?? sums.regions.find((code) => code === params.get('region'));
  const months = monthsShown(sums, today);
  return {
    sums,
    pack,
    today,
    months,
    month: (sums.isReleased && months.at(-1)) || lastOver(today),
    ...(region && { region, rows: [region] }),
  };
}
