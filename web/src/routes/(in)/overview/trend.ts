import { kindOf } from '#functions/domain/figure.ts';
import { amountsOf, runningTotals } from '#lib/progress/series.ts';
import type { Look } from './look.ts';

/** The chosen figure, month by month. */
export interface Trend {
  amounts: number[];
  approved: number[];
  /** Counted and not yet approved. */
  waiting: number[];
  /** Totals so far; undefined for a stock, of which only a month's own value makes sense. */
  totals?: number[];
}

/** The trend of a figure in the regions looked at. */
export function trendOf(look: Look, name = look.figure): Trend {
  const amounts = amountsOf(look, name);
  const approved = amountsOf(look, `approved.${name}`);
  // A corrected month counts its new figures and, until they are approved, its old approved ones: never less than nothing.
  const waiting = amounts.map((amount, at) => Math.max(0, amount - (approved[at] ?? 0)));
  const totals = kindOf(name, look.indicators) === 'month' ? {} : { totals: runningTotals(amounts) };
  return { amounts, approved: amounts.map((amount, at) => amount - (waiting[at] ?? 0)), waiting, ...totals };
}

/** In how many of the last months up to one half of all so far was done; undefined where there is nothing. */
export function monthsForHalf(amounts: number[], at: number): number | undefined {
  const until = amounts.slice(0, at + 1);
  const all = until.reduce((sum, amount) => sum + amount, 0);
  if (all <= 0) return undefined;
  return runningTotals(until.reverse()).findIndex((sum) => sum >= all / 2) + 1;
}
