import { approvedName } from '#functions/domain/figureCatalogue.ts';
import { figureOf } from '#lib/progress/figures.ts';
import { completenessAt } from '#lib/progress/completeness.ts';
import { amountsOf, valuesOf } from '#lib/progress/series.ts';
import type { Selection } from './selection.ts';

/** The chosen figure, month by month. */
export interface Trend {
  amounts: number[];
  approved: number[];
  /** Counted and not yet approved. */
  waiting: number[];
  /** Totals so far; undefined for a stock, of which only a month's own value makes sense. */
  totals?: number[];
}

/** The trend of a figure in the rows looked at. */
export function trendOf(selection: Selection, name = selection.figure): Trend {
  const amounts = amountsOf(selection, name);
  const approved = amountsOf(selection, approvedName(name));
  // A corrected month counts its new figures and, until they are approved, its old approved ones: never less than nothing.
  const waiting = amounts.map((amount, at) => Math.max(0, amount - (approved[at] ?? 0)));
  const isStock = figureOf(name, selection.pack).kind === 'month';
  return {
    amounts,
    approved: amounts.map((amount, at) => amount - (waiting[at] ?? 0)),
    waiting,
    ...(!isStock && { totals: valuesOf(selection, name) }),
  };
}

/** In how many of the last months up to one half of all so far was done; undefined where there is nothing. */
export function monthsForHalf(totals: number[], at: number): number | undefined {
  const all = totals[at] ?? 0;
  if (all <= 0) return undefined;
  const before = totals.slice(0, at).findLastIndex((total) => all - total >= all / 2);
  return at - before;
}

/**
 * How far the chosen month stays below the month before while reports are not in: nobody knows what those will say,
 * so that this is a place left open and no forecast.
 */
export function lackingAt(selection: Selection, amounts: number[]): number {
  const { missing } = completenessAt(selection, selection.month);
  return missing > 0 ? Math.max(0, (amounts[selection.at - 1] ?? 0) - (amounts[selection.at] ?? 0)) : 0;
}
