import { addMonths, type Month } from '#functions/domain/calendar.ts';
import type { Capability, CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { confirmationFigures } from '#functions/domain/facility/facilityConcern.ts';
import { approvedName, catalogueOf } from '#functions/domain/figureCatalogue.ts';
import type { Milestone } from '#functions/domain/plan/milestone.ts';
import { ProgressSums, type ProgressCube } from '#functions/domain/progress.ts';
import type { ToldRelease } from '#functions/domain/release/release.ts';
import { capabilityFigure } from '#functions/domain/solution/solutionFigures.ts';
import { explainHref } from '#lib/explain/explainIn.ts';
import { shownAt } from '#lib/progress/shown.ts';

/** A figure as a release states it. */
export interface Stated {
  figure: string;
  value: number;
  /** Of people a small number is not shown to those outside the ministry: the value is as of this month then. */
  until?: Month;
  /** Nothing of it was shown yet. */
  isHidden?: boolean;
}

/** A release as it is read: what a bulletin says, in figures. */
export interface Bulletin {
  release: ToldRelease;
  pack: CountryPack;
  /** Whether the reader opens figures to their records. */
  isOpened: boolean;
  month: Month;
  live: Stated & { change: number; confirmed: Stated };
  /** What the month added is undefined where it is not shown. */
  given: Stated & { inMonth: number | undefined };
  trained: Stated;
  sessions: Stated;
  aid: Stated;
  /** What the country's facilities can use it for: the capabilities that any has. */
  uses: (Stated & { capability: Capability })[];
  operating: Stated;
  preparing: Stated;
  growth: { month: Month; value: number }[];
  regions: { region: RegionCode; value: number }[];
  milestones: Milestone[];
}

/** Everything by the figure's name: what the country's catalogue does not have is stated as nothing. */
export function bulletinOf(
  { release, cube, milestones }: { release: ToldRelease; cube: ProgressCube; milestones: Milestone[] },
  pack: CountryPack,
  isOpened: boolean,
): Bulletin {
  const { month } = release;
  const sums = new ProgressSums(cube, pack);
  const value = (figure: string, at = month, rows?: RegionCode[]) =>
    catalogueOf(pack).has(figure) ? sums.value(figure, at, rows) : 0;
  const stated = (figure: string): Stated => {
    const shown = shownAt({ sums }, figure, month);
    if (!shown || !catalogueOf(pack).has(figure))
      return { figure, value: 0, ...(!shown && { isHidden: true }) };
    return { figure, value: shown.value, ...(shown.month !== month && { until: shown.month }) };
  };
  const live = stated('facilitiesLive');
  const given = stated('teleconsultations');
  return {
    release,
    pack,
    isOpened,
    month,
    live: {
      ...live,
      change: live.value - value(live.figure, addMonths(month, -1)),
      confirmed: stated(confirmationFigures.confirmed),
    },
    given: {
      ...given,
      inMonth: sums.showsAmount(given.figure, month) ? sums.amount(given.figure, month) : undefined,
    },
    trained: stated('workersTrained'),
    sessions: stated('trainingSessions'),
    aid: stated('aidReceivedUsd'),
    uses: pack.capabilities
      .map((capability) => ({
        capability,
        ...stated(capabilityFigure('facilitiesWith', capability.code)),
      }))
      .filter((use) => use.value > 0),
    operating: stated('solutionsOperating'),
    preparing: stated('solutionsPreparing'),
    growth: sums.months.map((each) => ({ month: each, value: value(live.figure, each) })),
    regions: sums.regions.map((region) => ({ region, value: value(live.figure, month, [region]) })),
    milestones,
  };
}

/** Where the records are that a stated figure is the sum of; undefined for a reader who is told of none. */
export function explainAddress(
  { month, pack, isOpened }: Pick<Bulletin, 'month' | 'pack' | 'isOpened'>,
  figure: string,
  region?: RegionCode,
): string | undefined {
  const isApproved = catalogueOf(pack).get(figure)?.hasApproved === true;
  const name = isApproved ? approvedName(figure) : figure;
  return isOpened ? explainHref(name, { scope: 'country', month, region }) : undefined;
}

/** What ties a figure to its meaning at the foot. */
export const letters = { live: 'a', given: 'b', trained: 'c', aid: 'd' } as const;
