import { addMonths, monthOf, type Day, type Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';

/** A facility, as far as its stages say when it was live. */
interface Staged {
  readonly stages: readonly { readonly stage: string; readonly date: Day }[];
}

/** From the first month in which a facility was live to the last, without a month between; open while it is live. */
export interface LiveMonths {
  first: Month;
  last?: Month;
}

/** The runs of months in which the facility was live on at least one day, in order; runs that touch are one. */
export function liveMonths({ stages }: Staged): LiveMonths[] {
  const runs: LiveMonths[] = [];
  stages.forEach(({ stage, date }, index) => {
    if (stage !== 'live') return;
    const left = stages[index + 1]?.date;
    const [first, last] = [monthOf(date), left && monthOf(left)];
    const before = runs.at(-1);
    if (before?.last && addMonths(before.last, 1) >= first) before.last = last;
    else runs.push({ first, last });
  });
  return runs;
}

/** Whether the facility was live on any day of the month. */
export function wasLive(facility: Staged, month: Month): boolean {
  return liveMonths(facility).some(({ first, last }) => first <= month && (!last || month <= last));
}

/** The one rule of which months a report is allowed and expected: in which it was live, once the programme had begun. */
export function owesReport(
  facility: Staged,
  month: Month,
  { programmeStart }: Pick<CountryPack, 'programmeStart'>,
): boolean {
  return month >= monthOf(programmeStart) && wasLive(facility, month);
}

/** Whether a report of the month was allowed by these stages and is not by those any more. */
export function isLost(month: Month, before: Staged, after: Staged): boolean {
  return wasLive(before, month) && !wasLive(after, month);
}
