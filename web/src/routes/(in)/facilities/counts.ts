import type { RegionCode } from '#functions/domain/countryPack.ts';
import { stages, type Stage } from '#functions/domain/facility.ts';
import { stageFigure } from '#functions/domain/figure.ts';
import { figureAt, type ProgressCube } from '#functions/domain/progress.ts';

/** How many facilities stand at each stage now, in a region or everywhere. */
export type Counts = Record<Stage, number>;

/** Counts the facilities of a cube; zero at each stage when it is empty. */
export function countsIn(cube: ProgressCube, region?: RegionCode): Counts {
  const last = cube.months.at(-1) ?? '';
  const count = (stage: Stage) => figureAt(cube, stageFigure(stage), last, [], region ? [region] : undefined);
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
