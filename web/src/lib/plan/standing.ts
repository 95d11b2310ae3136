import { addMonths, isOver, monthOf, type Day, type Month } from '#functions/domain/calendar.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { joined } from '#functions/domain/facility/joined.ts';
import { stages } from '#functions/domain/facility/facility.ts';
import { stageFigure } from '#functions/domain/facility/facilityFigures.ts';
import { catalogueOf, settledName, type Figure } from '#functions/domain/figureCatalogue.ts';
import { forecast, wholeShare, type Forecast, type MonthSeen } from '#functions/domain/plan/forecast.ts';
import { isOutOfReach, outOfReach } from '#functions/domain/place/outOfReach.ts';
import { goalOf, linesOf, plannedBy } from '#functions/domain/plan/planned.ts';
import type { Target, TargetLine } from '#functions/domain/plan/target.ts';
import { figureOf } from '#lib/progress/figures.ts';
import type { View } from '#lib/progress/series.ts';

/** Progress as someone looks at it: a region or all that the reader sees, as of a month. */
export interface PlanView extends View {
  pack: CountryPack;
  today: Day;
  month: Month;
  region?: RegionCode;
}

/** A figure beside its plan. */
export interface PlanStanding {
  figure: Figure;
  lines: TargetLine[];
  /** The month at whose end it is compared. */
  month: Month;
  now: number;
  /** What was to be reached by then; undefined before the plan begins. */
  planned?: number;
  goal: { value: number; month: Month };
  told: Forecast;
  /** How many facilities the goal asks for beyond those that are registered. */
  unregistered: number;
}

const live = stageFigure('live');

/**
 * How a figure stands to its target as of a month, or of the last that is known nearly whole; undefined where it has none for
 * what is looked at.
 */
export function standingOf(view: PlanView, target: Target, month?: Month): PlanStanding | undefined {
  const { sums, pack, rows } = view;
  const figure = figureOf(target.figure, pack);
  const lines = linesFor(view, target);
  const goal = lines && goalOf(lines);
  const until = month ?? lastKnown(view, figure);
  const seen = monthsSeen(view, figure).filter((one) => until !== undefined && one.month <= until);
  const last = seen.at(-1);
  if (!lines || !goal || !last) return undefined;
  const planned = plannedBy(lines, last.month);
  const registered = stages.reduce((sum, stage) => sum + sums.value(stageFigure(stage), last.month, rows), 0);
  return {
    figure,
    lines,
    month: last.month,
    now: last.value,
    ...(planned !== undefined && { planned }),
    goal: { value: goal.value, month: monthOf(goal.day) },
    told: notBefore(
      forecast(seen, goal.value),
      isOver(view.month, view.today) ? addMonths(view.month, 1) : view.month,
    ),
    unregistered: figure.name === live ? Math.max(0, goal.value - registered) : 0,
  };
}

/** What is foretold from a month long over, since the newest ones are not whole, is still to come. */
function notBefore(told: Forecast, first: Month): Forecast {
  if (told.state !== 'underWay') return told;
  const { early, likely, late } = told.finish;
  const later = (month: Month) => (month < first ? first : month);
  const finish = {
    ...(early && { early: later(early) }),
    ...(likely && { likely: later(likely) }),
    ...(late && { late: later(late) }),
  };
  return { ...told, finish };
}

/** The target that is asked for, or the first that says something of what is looked at. */
export function chosenTarget(
  view: PlanView,
  targets: readonly Target[],
  asked: string | null,
): Target | undefined {
  return (
    targets.find(({ figure }) => figure === asked) ??
    targets.find((target) => standingOf(view, target)) ??
    targets[0]
  );
}

/** The lines for what is looked at. Who sees a part of the country is not compared with the plan of all of it. */
function linesFor(view: PlanView, target: Target): TargetLine[] | undefined {
  const { sums, pack, region } = view;
  if (region) return linesOf(target, region);
  const isWhole = sums.regions.length === pack.regions.length;
  const unreached = unreachedRows(view, target);
  const own = target.lines.filter(
    ({ row }) => (isWhole || sums.regions.includes(row)) && !unreached.includes(row),
  );
  return own.length > 0 ? own : undefined;
}

/** Whether a release does not show what any region has of a target. */
export function isPartShown(view: PlanView, target: Target, month: Month): boolean {
  const name = settledName(figureOf(target.figure, view.pack));
  return view.sums.regions.some(
    (code) => target.lines.some(({ row }) => row === code) && !view.sums.shows(name, month, [code]),
  );
}

/** The regions whose lines are left out, since they cannot be reached and nothing is live there. */
export function unreachedRows({ sums, pack, month }: PlanView, { lines }: Target): RegionCode[] {
  return outOfReach(pack, month)
    .map(({ code }) => code)
    .filter((code) =>
      lines.some(({ row, planned }) => row === code && planned.some(({ value }) => value > 0)),
    )
    .filter((code) => sums.value(live, month, [code]) === 0);
}

/**
 * The months that are looked at and over, as a forecast takes them: what is approved of what is reported, and joins of
 * facilities that are suspended since.
 */
function monthsSeen({ sums, months, rows, month: until, today }: PlanView, figure: Figure): MonthSeen[] {
  const name = settledName(figure);
  const events = name === live ? joined.name : name;
  const isWhole = (month: Month) =>
    figure.source !== 'monthlyReport' ||
    sums.amount('reportsApproved', month, rows) >= wholeShare * sums.value('reportsExpected', month, rows);
  return months
    .filter((month) => month <= until && isOver(month, today) && sums.shows(name, month, rows))
    .map((month) => ({
      month,
      events: sums.amount(events, month, rows),
      value: sums.value(name, month, rows),
      // What came before it is in it too, where that was not shown.
      isWhole: isWhole(month) && sums.showsAmount(name, month, rows),
    }));
}

/** The last month that is looked at and over of which nearly all is known: of a part month nothing is compared. */
export function lastKnown(view: PlanView, figure: Figure): Month | undefined {
  const seen = monthsSeen(view, figure);
  return (seen.findLast(({ isWhole }) => isWhole) ?? seen.at(-1))?.month;
}

/** Targets in the order in which their figures are told. */
export function inOrder(targets: readonly Target[], pack: CountryPack): Target[] {
  const names = [...catalogueOf(pack).keys()];
  return targets.toSorted((a, b) => names.indexOf(a.figure) - names.indexOf(b.figure));
}

/** What no region has been assigned yet of a target, as of a month; undefined where there is none, or it is not looked at. */
export function unassignedOf(
  view: PlanView,
  target: Target,
  month: Month,
): { planned: number; goal: number } | undefined {
  const rest = linesFor(view, target)?.filter(({ row }) => row === 'unassigned') ?? [];
  const [planned, goal] = [plannedBy(rest, month), goalOf(rest)];
  return planned === undefined || !goal?.value ? undefined : { planned, goal: goal.value };
}

/** A region beside its own part of the plan. */
export interface RegionStanding {
  code: RegionCode;
  now: number;
  planned: number;
  ahead: number;
  goal: number;
}

/**
 * The regions that have a target of their own, all as of one month; without those that a release does not show then, or that
 * cannot be reached: there is no 0 to be told of them.
 */
export function regionStandings(view: PlanView, target: Target, month: Month): RegionStanding[] {
  const name = settledName(figureOf(target.figure, view.pack));
  const isUnreached = (code: RegionCode) =>
    isOutOfReach(code, view.pack, month) && view.sums.value(live, month, [code]) === 0;
  const regions = view.sums.regions.filter((code) => !isUnreached(code));
  return regions.flatMap((code) => {
    if (!view.sums.shows(name, month, [code])) return [];
    const standing = standingOf({ ...view, region: code, rows: [code] }, target, month);
    if (standing?.planned === undefined) return [];
    const { now, planned, goal } = standing;
    return [{ code, now, planned, ahead: now - planned, goal: goal.value }];
  });
}
