import type { RegionCode } from '#functions/domain/countryPack.ts';
import { completenessOf, noReports, type Completeness } from '#lib/progress/completeness.ts';
import { amountsOf, valuesOf } from '#lib/progress/series.ts';
import { amountAt, lookAt, totalAt, type Look } from './look.ts';
import { shareSteps, stepsOf } from './steps.ts';

/** A region as of the chosen month. */
export interface RegionRow {
  code: RegionCode;
  live: number;
  liveChange: number;
  /** Of the chosen figure: what the month added, and all so far. */
  amount: number;
  total: number;
  reports: Completeness;
}

/** Every region of the cube, whatever the filter. */
export function regionRows(look: Look): RegionRow[] {
  return look.cube.regions.map((code) => ({ code, ...rowOf(lookAt(look, code)) }));
}

/** All regions of the cube added up. */
export function countryRow(look: Look): Omit<RegionRow, 'code'> {
  return rowOf(lookAt(look));
}

function rowOf(look: Look): Omit<RegionRow, 'code'> {
  return {
    live: totalAt(look, 'facilitiesLive'),
    liveChange: amountAt(look, 'facilitiesLive'),
    amount: amountAt(look, look.figure),
    total: totalAt(look, look.figure),
    reports: completenessOf(look)[look.at] ?? noReports,
  };
}

/** What a region's tile shows; undefined where nothing is known. */
export function shadeOf({ live, amount, reports }: RegionRow, { shade }: Look): number | undefined {
  if (shade === 'live') return live;
  if (shade === 'figure') return amount;
  return reports.expected > 0 ? Math.floor((100 * reports.received) / reports.expected) : undefined;
}

/** Where the steps of shading begin: the same for every month, so that sliding shows growth. */
export function shadeSteps(look: Look): number[] {
  if (look.shade === 'reports') return shareSteps;
  const each = look.cube.regions.map((code) => lookAt(look, code));
  return look.shade === 'live'
    ? stepsOf(each.map((region) => valuesOf(region, 'facilitiesLive').at(-1) ?? 0))
    : stepsOf(each.flatMap((region) => amountsOf(region, look.figure)));
}
