import type { RegionCode } from '#functions/domain/countryPack.ts';
import { stages, type Stage } from '#functions/domain/facility/facility.ts';
import { stageFigure } from '#functions/domain/figureCatalogue.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import { valueNow } from '#lib/progress/series.ts';

/** How many facilities stand at each stage now, in a region or everywhere. */
export type Counts = Record<Stage, number>;

/** Counts the facilities in progress; zero at each stage before the first one. */
export function countsIn(sums: ProgressSums, region?: RegionCode): Counts {
  const view = { sums, ...(region && { rows: [region] }) };
  const count = (stage: Stage) => valueNow(view, stageFigure(stage));
  return {
    planned: count('planned'),
    connected: count('connected'),
    equipped: count('equipped'),
    trained: count('trained'),
    live: count('live'),
    suspended: count('suspended'),
  };
}

/** All of them. */
export function totalOf(counts: Counts): number {
  return stages.reduce((sum, stage) => sum + counts[stage], 0);
}
