import * as z from 'zod/mini';
import { Month, monthsBetween } from './calendar.ts';
import { summed, type Contribution } from './contribution.ts';
import { RegionCode } from './countryPack.ts';
import { kindOf } from './figure.ts';
import type { Indicator } from './indicator.ts';

/**
 * Everything a dashboard shows, column by column. `figures[name]` has one amount for each month and region,
 * at `monthIndex * regions.length + regionIndex`: what that month added (see FigureKind for how they add up).
 */
export const ProgressCube = z.strictObject({
  months: z.array(Month),
  regions: z.array(RegionCode),
  figures: z.record(z.string(), z.array(z.number())),
});
export type ProgressCube = z.infer<typeof ProgressCube>;

export const ProgressSummary = z.strictObject({
  month: Month,
  figures: z.record(z.string(), z.number()),
});
export type ProgressSummary = z.infer<typeof ProgressSummary>;

/** Region-month rows as one cube, without gaps between the first and the last month. */
export function cubeOf(rows: Contribution[], regions: RegionCode[]): ProgressCube {
  const present = rows.map((row) => row.month).sort();
  const [first, last] = [present.at(0), present.at(-1)];
  const months = first && last ? monthsBetween(first, last) : [];
  const monthAt = new Map(months.map((month, index) => [month, index]));
  const regionAt = new Map(regions.map((region, index) => [region, index]));
  const figures: Record<string, number[]> = {};
  for (const { region, month, amounts } of summed(rows)) {
    const [m, r] = [monthAt.get(month), regionAt.get(region)];
    if (m === undefined || r === undefined) continue;
    for (const [name, amount] of Object.entries(amounts)) {
      const column = (figures[name] ??= Array.from({ length: months.length * regions.length }, () => 0));
      column[m * regions.length + r] = amount;
    }
  }
  return { months, regions, figures: inNameOrder(figures) };
}

/** The same progress is the same text, so that its tag stays. */
function inNameOrder<Value>(figures: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What one month added to a figure, summed over the chosen regions (all when none are named). */
export function monthAmount(cube: ProgressCube, name: string, month: Month, regions?: RegionCode[]): number {
  const row = cube.months.indexOf(month);
  const column = cube.figures[name];
  if (row < 0 || !column) return 0;
  const width = cube.regions.length;
  return cube.regions.reduce(
    (sum, region, index) =>
      !regions || regions.includes(region) ? sum + (column[row * width + index] ?? 0) : sum,
    0,
  );
}

/** A figure as of a month: its total or level up to it, or that month's value, by the figure's kind. */
export function figureAt(
  cube: ProgressCube,
  name: string,
  month: Month,
  indicators: Indicator[],
  regions?: RegionCode[],
): number {
  if (kindOf(name, indicators) === 'month') return monthAmount(cube, name, month, regions);
  return cube.months
    .filter((candidate) => candidate <= month)
    .reduce((sum, candidate) => sum + monthAmount(cube, name, candidate, regions), 0);
}

/** All headline figures as of a month. */
export function summaryOf(cube: ProgressCube, month: Month, indicators: Indicator[]): ProgressSummary {
  const names = Object.keys(cube.figures);
  return {
    month,
    figures: Object.fromEntries(names.map((name) => [name, figureAt(cube, name, month, indicators)])),
  };
}
