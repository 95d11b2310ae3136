import { monthOf, type Day } from '#functions/domain/calendar.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import type { TrainingFilter } from './filter.ts';

/** How many sessions were held, and how many learnt to use telemedicine equipment. */
export interface Trained {
  sessions: number;
  workers: number;
}

/** What progress says of the sessions that are listed; undefined where it does not tell them apart. */
export function trainedIn(
  sums: ProgressSums,
  { region, month, solutionId, isCancelled }: TrainingFilter,
  { pack, seen, today }: { pack: Pick<CountryPack, 'country' | 'regions'>; seen: RegionCode[]; today: Day },
): Trained | undefined {
  if (solutionId || isCancelled) return undefined;
  const all = seen.length === pack.regions.length ? [...seen, pack.country] : seen;
  const rows = region ? [region] : all;
  const sum = (name: string) =>
    month ? sums.amount(name, month, rows) : sums.value(name, monthOf(today), rows);
  return { sessions: sum('trainingSessions'), workers: sum('workersTrained') };
}
