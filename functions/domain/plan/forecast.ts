import { addMonths, type Month } from '../calendar.ts';
import { incompleteBeta } from './incompleteBeta.ts';

/** A figure in one month that is over, as a forecast looks at it. */
export interface MonthSeen {
  month: Month;
  /** What the month added: events, such as joins, whatever was lost beside them. */
  events: number;
  /** The total or level at its end. */
  value: number;
  /** Whether nearly all reports of it are in; always so of figures that are no sum of reports. */
  isWhole: boolean;
}

/** How fast something went: events in so many months, counted in groups where they come in groups. */
export interface Pace {
  events: number;
  months: number;
  /** What events and targets are divided by: 1 where the months differ hardly more than those of single events. */
  dispersion: number;
}

/** What may come by the end of a month: as much at least with a chance of 90, 50 and 10 %. */
export interface PathPoint {
  month: Month;
  low: number;
  likely: number;
  high: number;
}

/** When a target may be reached; a month that is not there lies beyond the horizon. */
export interface Finish {
  /** Reached by then with a chance of 10 %. */
  early?: Month;
  /** Of 50 %. */
  likely?: Month;
  /** Of 90 %. */
  late?: Month;
}

export type Forecast =
  | { state: 'reached' }
  | { state: 'tooLittleData' }
  | { state: 'underWay'; from: PathPoint; finish: Finish; path: PathPoint[] };

export const monthsLookedAt = 6;
const fewestEvents = 5;
/** Of fewer reports a month says nothing of the pace. */
export const wholeShare = 0.9;
/** Months that differ more than so many times what single events would make them are of events in groups. */
const mostDispersion = 2;
/** How much wider Student's t of five degrees of freedom is than the normal distribution where 10 % are left, squared. */
const guessedFromSix = 1.326;
/** After so many months nothing is foretold. */
export const horizon = 120;
const [shortestPath, longestPath] = [6, 36];
const chances = { early: 0.1, likely: 0.5, late: 0.9 } as const;

/**
 * When a figure reaches a target at the pace of the last six whole months, and what may come until then.
 *
 * The events of a month are taken for Poisson of one unknown rate. With Jeffreys' prior, Gamma(½, 0), and y events in n
 * months, those of m further months are negative binomial of size y + ½ and success probability n / (n + m), so that
 * P(N ≥ R) = I_{m/(n+m)}(R, y + ½). (A. Gelman et al., Bayesian Data Analysis, 3rd ed., 2.6-2.8; K. Krishnamoorthy & J. Peng,
 * Improved closed-form prediction intervals for binomial and Poisson distributions, J. Stat. Plan. Inference 141 (2011):
 * its limits lie between those of the exact method of Hahn & Meeker, Statistical Intervals, 7.6.) Where the
 * variance of the months is φ > 2 times their mean, y and R are divided by φ, as in a quasi-likelihood (P. McCullagh & J. Nelder,
 * Generalized Linear Models, 2nd ed., on over-dispersion). Six months tell φ itself badly, and 80 % would hold 74: as Student's
 * distribution takes the normal one's place where a variance is estimated, φ is widened for its five degrees of freedom (ADR 35).
 * A rollout's S-curve is not stationary: it is said "at the pace of".
 */
export function forecast(seen: MonthSeen[], target: number): Forecast {
  const now = seen.at(-1);
  if (now && now.value >= target) return { state: 'reached' };
  const whole = seen.filter(({ isWhole }) => isWhole).slice(-monthsLookedAt);
  const last = whole.at(-1);
  const pace = paceOf(whole.map(({ events }) => events));
  if (!pace || !last) return { state: 'tooLittleData' };
  const left = target - last.value;
  const after = (chance: number) => monthsUntil(pace, left, chance);
  const [early, likely, late] = [chances.early, chances.likely, chances.late].map(after);
  const length = Math.min(longestPath, Math.max(shortestPath, late ?? longestPath));
  return {
    state: 'underWay',
    from: { month: last.month, low: last.value, likely: last.value, high: last.value },
    finish: {
      ...(early && { early: addMonths(last.month, early) }),
      ...(likely && { likely: addMonths(last.month, likely) }),
      ...(late && { late: addMonths(last.month, late) }),
    },
    path: Array.from({ length }, (_, index) => ({
      month: addMonths(last.month, index + 1),
      low: last.value + atLeast(pace, index + 1, chances.late),
      likely: last.value + atLeast(pace, index + 1, chances.likely),
      high: last.value + atLeast(pace, index + 1, chances.early),
    })),
  };
}

/** The pace of these months; undefined where there are too few of them, or too few events in them. */
export function paceOf(months: number[]): Pace | undefined {
  const sum = months.reduce((all, events) => all + events, 0);
  if (months.length < monthsLookedAt || sum < fewestEvents) return undefined;
  const mean = sum / months.length;
  const variance = months.reduce((all, events) => all + (events - mean) ** 2, 0) / (months.length - 1);
  const times = variance / mean;
  const dispersion = times > mostDispersion ? times * guessedFromSix : 1;
  return { events: sum, months: months.length, dispersion };
}

/** The chance of so many events at least in so many further months. */
export function chanceOf(events: number, { pace, months }: { pace: Pace; months: number }): number {
  if (events <= 0) return 1;
  const share = months / (pace.months + months);
  return incompleteBeta(share, events / pace.dispersion, pace.events / pace.dispersion + 0.5);
}

/** The fewest months after which there are so many events with this chance; undefined beyond the horizon. */
export function monthsUntil(pace: Pace, events: number, chance: number): number | undefined {
  const isBy = (months: number) => chanceOf(events, { pace, months }) >= chance;
  return isBy(horizon) ? firstOf(1, horizon, isBy) : undefined;
}

/** As many events as come at least, with this chance, in so many further months. */
export function atLeast(pace: Pace, months: number, chance: number): number {
  const isTooMany = (events: number) => chanceOf(events, { pace, months }) < chance;
  let most = 1;
  while (!isTooMany(most)) most *= 2;
  return firstOf(1, most, isTooMany) - 1;
}

/** The first whole number from which on something holds, which it does at the last. */
function firstOf(first: number, last: number, holds: (value: number) => boolean): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
