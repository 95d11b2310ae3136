import { monthOf } from '../calendar.ts';
import { summed, type Contribution } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import type { Solution, SolutionStatus } from './solution.ts';

/** A retired solution counts nowhere. */
const figures: Record<SolutionStatus, string | undefined> = {
  preparing: 'solutionsPreparing',
  operating: 'solutionsOperating',
  retired: undefined,
};

/** A solution counts in the nation's own row, once, where it stands: it belongs to no region. */
export function solutionContributions({ stages }: Solution, { country }: CountryPack): Contribution[] {
  return summed(
    stages.map(({ status, date }, index) => {
      const before = stages[index - 1];
      const [left, reached] = [before && figures[before.status], figures[status]];
      const amounts = { ...(left && { [left]: -1 }), ...(reached && { [reached]: 1 }) };
      return { scope: 'country', row: country, month: monthOf(date), amounts };
    }),
  );
}
