import type { Row } from '#functions/domain/contribution.ts';
import { completenessAt, type Completeness } from '#lib/progress/completeness.ts';
import { amountAt, isUnreached, totalAt, type Selection } from './selection.ts';

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
  /** Whether it cannot be reached, and has nothing of what is shown. */
  isUnreached: boolean;
}

type AddedUp = Omit<RegionRow, 'code' | 'isUnreached'>;

/** Every row of progress, whatever the filter; the nation's own is last, where it has anything of what is shown. */
export function regionRows(selection: Selection): RegionRow[] {
  const { rows, regions } = selection.sums;
  return rows
    .map((code) => ({ code, ...rowOf(selection, [code]) }))
    .filter((row) => regions.includes(row.code) || hasAny(row))
    .map((row) => ({
      ...row,
      isUnreached: isUnreached({ ...selection, region: row.code, rows: [row.code] }),
    }));
}

const hasAny = ({ live, total, reports }: AddedUp): boolean => live + total + reports.expected > 0;

/** All rows added up. */
export function countryRow(selection: Selection): Omit<RegionRow, 'code'> {
  return { ...rowOf(selection, selection.sums.rows), isUnreached: false };
}

function rowOf(selection: Selection, rows: Row[]): AddedUp {
  return {
    live: totalAt(selection, 'facilitiesLive', rows),
    liveChange: amountAt(selection, 'facilitiesLive', rows),
    amount: amountAt(selection, selection.figure, rows),
    total: totalAt(selection, selection.figure, rows),
    reports: completenessAt(selection, selection.month, rows),
  };
}
