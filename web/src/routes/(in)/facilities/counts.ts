import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { stages, type Stage } from '#functions/domain/facility/facility.ts';
import { stageFigure } from '#functions/domain/facility/facilityFigures.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import { capabilityFigure } from '#functions/domain/solution/solutionFigures.ts';
import { valueNow } from '#lib/progress/series.ts';

/** How many facilities there are now, in a region or everywhere. */
export interface Counts {
  /** By the stage at which they stand. */
  at: Record<Stage, number>;
  /** By what they can use. */
  capable: ReadonlyMap<string, number>;
}

/** Counts the facilities in progress; zero at each stage before the first one. */
export function countsIn(
  sums: ProgressSums,
  { capabilities }: Pick<CountryPack, 'capabilities'>,
  region?: RegionCode,
): Counts {
  const view = { sums, ...(region && { rows: [region] }) };
  const count = (stage: Stage) => valueNow(view, stageFigure(stage));
  return {
    at: {
      planned: count('planned'),
      connected: count('connected'),
      equipped: count('equipped'),
      trained: count('trained'),
      live: count('live'),
      suspended: count('suspended'),
    },
    capable: new Map(
      capabilities.map(({ code }) => [code, valueNow(view, capabilityFigure('facilitiesWith', code))]),
    ),
  };
}

/** All of them. */
export function totalOf({ at }: Counts): number {
  return stages.reduce((sum, stage) => sum + at[stage], 0);
}
