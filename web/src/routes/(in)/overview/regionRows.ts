import type { Row } from '#functions/domain/contribution.ts';
import { completenessAt, type Completeness } from '#lib/progress/completeness.ts';
import { amountsOf, valuesOf } from '#lib/progress/series.ts';
import { amountAt, totalAt, type Selection } from './selection.ts';
import { shareSteps, stepsOf } from '#lib/shading/steps.ts';

/** A region, or what belongs to none, as of the chosen month. */
export interface RegionRow {
  /** The region's code, or the country's for the nation's own row. */
  code: Row;
  live: number;
  liveChange: number;
  /** Of the chosen figure: what the month added, and all so far. */
  amount: number;
  total: number;
  reports: Completeness;
}

/** Every row of progress, whatever the filter; the nation's own is last, where it has anything of what is shown. */
export function regionRows(selection: Selection): RegionRow[] {
  const { rows, regions } = selection.sums;
  return rows
    .map((code) => ({ code, ...rowOf(selection, [code]) }))
    .filter(
      ({ code, live, total, reports }) => regions.includes(code) || live + total + reports.expected > 0,
    );
}

/** All rows added up. */
export function countryRow(selection: Selection): Omit<RegionRow, 'code'> {
  return rowOf(selection, selection.sums.rows);
}

function rowOf(selection: Selection, rows: Row[]): Omit<RegionRow, 'code'> {
  return {
    live: totalAt(selection, 'facilitiesLive', rows),
    liveChange: amountAt(selection, 'facilitiesLive', rows),
    amount: amountAt(selection, selection.figure, rows),
    total: totalAt(selection, selection.figure, rows),
    reports: completenessAt(selection, selection.month, rows),
  };
}

/** The rows that have a place on the map. */
export function regionsAlone(selection: Selection): RegionRow[] {
  return regionRows(selection).filter(({ code }) => selection.sums.regions.includes(code));
}

/** What a region's tile shows; undefined where nothing is known. */
export function shadeOf({ live, amount, reports }: RegionRow, { shade }: Selection): number | undefined {
  if (shade === 'live') return live;
  if (shade === 'figure') return amount;
  return reports.expected > 0 ? Math.floor((100 * reports.received) / reports.expected) : undefined;
}

/** Where the steps of shading begin: the same for every month, so that sliding shows growth. */
export function shadeSteps({ sums, months, shade, figure }: Selection): number[] {
  if (shade === 'reports') return shareSteps;
  const each = sums.regions.map((region) => ({ sums, months, rows: [region] }));
  return shade === 'live'
    ? stepsOf(each.map((view) => valuesOf(view, 'facilitiesLive').at(-1) ?? 0))
    : stepsOf(each.flatMap((view) => amountsOf(view, figure)));
}
