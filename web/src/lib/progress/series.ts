import { addMonths, monthOf, monthsBetween, type Day, type Month } from '#functions/domain/calendar.ts';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import { kindOf } from '#functions/domain/figure.ts';
import type { Indicator } from '#functions/domain/indicator.ts';
import type { ProgressCube } from '#functions/domain/progress.ts';
import type { Params } from '#lib/address.ts';

/** The cube as someone looks at it: month by month, through a region filter. */
export interface View {
  cube: ProgressCube;
  indicators: Indicator[];
  /** In order, without gaps, from the first month on record. */
  months: Month[];
  /** Undefined for all regions in the cube. */
  regions?: RegionCode[];
}

/** What each month added to a figure; nothing where the cube has no such month or figure. */
export function amountsOf({ cube, months, regions }: View, name: string): number[] {
  const column = cube.figures[name] ?? [];
  const width = cube.regions.length;
  const chosen = [...cube.regions.keys()].filter((index) => isIn(regions, cube.regions[index]));
  return months.map((month) => {
    const row = cube.months.indexOf(month);
    return row < 0 ? 0 : chosen.reduce((sum, index) => sum + (column[row * width + index] ?? 0), 0);
  });
}

function isIn(regions: RegionCode[] | undefined, code: RegionCode | undefined): boolean {
  return !regions || (code !== undefined && regions.includes(code));
}

/** A figure as of each month: its total or level so far, or that month's own value, by the figure's kind. */
export function valuesOf(view: View, name: string): number[] {
  const amounts = amountsOf(view, name);
  return kindOf(name, view.indicators) === 'month' ? amounts : runningTotals(amounts);
}

/** `[1, 2, 3]` becomes `[1, 3, 6]`. */
export function runningTotals(amounts: number[]): number[] {
  let total = 0;
  return amounts.map((amount) => (total += amount));
}

/** The last month that is over on a day. */
export function lastOver(today: Day): Month {
  return addMonths(monthOf(today), -1);
}

/** The month an address asks for; what is no month is the last one that is over. */
export function monthAsked(params: Params, today: Day): Month {
  const asked = params.get('month') ?? '';
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : lastOver(today);
}

/** The months that can be looked at: from the first on record to the last that is over, and the running one if it has anything. */
export function monthsShown(cube: ProgressCube, today: Day): Month[] {
  const [first, last] = [cube.months.at(0), cube.months.at(-1)];
  if (!first || !last) return [];
  const running = monthOf(today);
  return monthsBetween(first, last >= running ? running : lastOver(today));
}
