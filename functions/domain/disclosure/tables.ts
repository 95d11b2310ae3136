import { addMonths, lastQuarter, type Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { catalogueOf, type Figure } from '../figureCatalogue.ts';
import type { ProgressCube } from '../progress.ts';
import { groupFigure, groupLetters } from '../release/reporters.ts';
import type { Block, CountFigure, CountTable, Told, Total } from './countTable.ts';
import type { Spans } from './known.ts';

type Knowing = Pick<CountryPack, 'country' | 'indicators' | 'capabilities'>;

/** The figures about people that a cube has. */
export function figuresAboutPeople({ figures }: ProgressCube, pack: Knowing): Figure[] {
  return [...catalogueOf(pack).values()].filter(({ name, isAboutPeople }) => isAboutPeople && figures[name]);
}

/** Frozen figures, and how many facilities reported anything of each of them. */
export interface Counted {
  cube: ProgressCube;
  reporters: ProgressCube;
}

/** The country as a whole, month by month. */
export function nationTable(
  { cube, reporters }: Counted,
  pack: Knowing,
): { table: CountTable; spans: Spans } {
  const figures = countFigures(figuresAboutPeople(cube, pack), pack);
  const byFigure = <Value>(of: (name: string) => Value) =>
    Object.fromEntries(figures.map(({ name }) => [name, [of(name)]]));
  const reporting = (name: string) => cube.months.map((month) => sum(amountsIn(reporters, name, month)));
  const table: CountTable = {
    figures,
    rows: [pack.country],
    periods: cube.months,
    values: byFigure((name) => cube.months.map((month) => sum(amountsIn(cube, name, month)))),
    facilities: byFigure(reporting),
    groups: Object.fromEntries(
      inGroups(figures, reporters).map(({ name }) => [
        name,
        [cube.months.map((month) => groupsIn((figure) => amountsIn(reporters, figure, month), name))],
      ]),
    ),
    least: Object.fromEntries(shownByUse(figures, pack).map(({ name }) => [name, [reporting(name)]])),
  };
  return { table, spans: cube.months.map((month) => ({ first: month, last: month })) };
}

/** The regions by quarter, to the last that was complete in a month, and what is known of the country's sums of them. */
export function regionTable(
  { cube, reporters }: Counted,
  pack: Knowing,
  { until, nationTold, nationKnown }: { until: Month; nationTold: Told; nationKnown: readonly Block[] },
): { table: CountTable; spans: Spans } {
  const figures = countFigures(figuresAboutPeople(cube, pack), pack);
  const regions = cube.rows.filter((row) => row !== pack.country);
  const spans = quartersOf(cube.months, until);
  const byFigure = <Value>(of: (figure: CountFigure) => Value) =>
    Object.fromEntries(figures.map((figure) => [figure.name, of(figure)]));
  const values = byFigure(({ name, isRunning }) =>
    regions.map((row) => spans.map((span) => amountsOf(cube, name, row, span)).map(isRunning ? sum : last)),
  );
  const facilities = byFigure(({ name }) =>
    regions.map((row) => spans.map((span) => Math.max(0, ...amountsOf(reporters, name, row, span)))),
  );
  const groups = Object.fromEntries(
    inGroups(figures, reporters).map(({ name }) => [
      name,
      regions.map((row) =>
        spans.map((span) => groupsIn((figure) => amountsOf(reporters, figure, row, span), name)),
      ),
    ]),
  );
  const least = Object.fromEntries(
    shownByUse(figures, pack).map(({ name, isRunning }) => [
      name,
      regions.map((row) =>
        spans.map((span) => amountsOf(reporters, name, row, span)).map(isRunning ? sum : last),
      ),
    ]),
  );
  const totals = byFigure(({ name, isRunning }) => {
    const monthly = cube.months.map((month) => sum(amountsIn(cube, name, month, regions)));
    const told = nationTold[name]?.[0] ?? [];
    const known = nationKnown.filter(({ figure }) => figure === name);
    const users = least[name] && cube.months.map((month) => sum(amountsIn(reporters, name, month)));
    return totalsOf(monthly, { isRunning, told, known, users, months: cube.months, spans });
  });
  return {
    table: {
      figures,
      rows: regions,
      periods: spans.map((span) => span.last),
      values,
      facilities,
      groups,
      least,
      totals,
    },
    spans,
  };
}

/** What is known of a figure of the country. */
interface KnownMonths {
  isRunning: boolean;
  told: readonly boolean[];
  /** Sums of months that were told before. */
  known: readonly Block[];
  /** How much there is at least by month, and that there is nothing where this is 0; where its use tells it. */
  users: readonly number[] | undefined;
  months: readonly Month[];
  spans: Spans;
}

/** What the country's months that are told, or were, say of its sums at the ends of quarters. */
function totalsOf(
  monthly: readonly number[],
  { isRunning, told, known, users = [], months, spans }: KnownMonths,
): Total[] {
  const at = (month: number) => (isRunning ? sum(monthly.slice(0, month + 1)) : (monthly[month] ?? 0));
  const groups = isRunning ? groupsOf(months, told, [...known, ...nothingIn(users)]) : [];
  return spans.map(({ last: until }) => {
    const end = months.indexOf(until);
    const isTold = told[end] ?? false;
    const value = at(end);
    if (!isRunning) {
      const isKnown = isTold || known.some(({ to }) => to === end);
      return { isTold, group: isKnown ? 0 : end + 1, value, least: 0, most: Number.POSITIVE_INFINITY };
    }
    const [before, after] = [groups.lastIndexOf(0, end + 1), groups.indexOf(0, end + 1)];
    return {
      isTold,
      group: groups[end + 1] ?? end + 1,
      value,
      least: (before > 0 ? at(before - 1) : 0) + sum(users.slice(before, end + 1)),
      most: after > 0 ? at(after - 1) - sum(users.slice(end + 1, after)) : Number.POSITIVE_INFINITY,
    };
  });
}

/** Months of which everybody knows that there was nothing, as sums that are known. */
const nothingIn = (users: readonly number[]): Pick<Block, 'from' | 'to'>[] =>
  [...users.keys()].filter((month) => users[month] === 0).map((month) => ({ from: month, to: month }));

/** Before each month and after the last one: which of these ends are joined by sums that are told, or were. */
function groupsOf(
  months: readonly Month[],
  told: readonly boolean[],
  known: readonly Pick<Block, 'from' | 'to'>[],
): number[] {
  const groups = [...months.keys(), months.length];
  const join = (one: number, other: number) => {
    const [low, high] = [groups[one] ?? 0, groups[other] ?? 0].toSorted((a, b) => a - b);
    for (const [at, group] of groups.entries()) if (group === high) groups[at] = low ?? group;
  };
  for (const [month, isTold] of told.entries()) if (isTold) join(0, month + 1);
  for (const { from, to } of known) join(from, to + 1);
  return groups;
}

/** Whether the country's own sum of a figure is told at the end of a month. */
export function isTold(told: Told, figure: string, { months }: ProgressCube, month: Month): boolean {
  return told[figure]?.[0]?.[months.indexOf(month)] ?? false;
}

/** Whoever was trained came. */
const trainedWithin: Record<string, string[]> = {
  newToSolution: ['attendances'],
  workersTrained: ['attendances'],
};

function countFigures(figures: Figure[], { indicators }: Knowing): CountFigure[] {
  const names = new Set(figures.map(({ name }) => name));
  const present = (all: readonly string[]) => all.filter((name) => names.has(name));
  return figures.map(({ name, kind, indicators: codes }) => {
    const atMost = indicators.find(({ code }) => code === name)?.atMost ?? trainedWithin[name] ?? [];
    // A share of a donor is within the whole of the facilities supported.
    const supported = name.replace(/^attributed\./, 'supported.');
    return {
      name,
      isRunning: kind !== 'month',
      parts: codes.includes(name) ? [] : present(codes),
      within: present(supported === name ? atMost : [supported]),
    };
  });
}

/**
 * The figures of which everybody is told, month by month, how many facilities have any: where a solution has a figure of its
 * own, these are those that use it (`facilitiesUsing`). Each has one at least.
 */
export function shownByUse<One extends { name: string }>(
  figures: readonly One[],
  { indicators }: Pick<Knowing, 'indicators'>,
): One[] {
  const own = new Set(indicators.filter(({ asked }) => asked).map(({ code }) => code));
  return figures.filter(({ name }) => own.has(name));
}

/** The figures of which facilities are counted in groups. */
const inGroups = (figures: readonly CountFigure[], reporters: ProgressCube): CountFigure[] =>
  figures.filter(({ name }) => groupLetters.some((_, group) => reporters.figures[groupFigure(name, group)]));

/** The groups of facilities that sent any of a figure's people, as bits. */
function groupsIn(amounts: (figure: string) => number[], name: string): number {
  return groupLetters.reduce(
    (bits, _, group) => bits | (amounts(groupFigure(name, group)).some((each) => each > 0) ? 1 << group : 0),
    0,
  );
}

/** Quarters of the calendar to the last that is complete, whole also where there was nothing yet when they began. */
function quartersOf(months: readonly Month[], until: Month): Spans {
  return months
    .filter((month) => month === lastQuarter(month) && month <= until)
    .map((last) => ({ first: addMonths(last, -2), last }));
}

function amountsOf(
  { months, rows, figures }: ProgressCube,
  name: string,
  row: string,
  { first, last: until }: Spans[number],
): number[] {
  const at = rows.indexOf(row);
  const column = figures[name] ?? [];
  return months.flatMap((month, index) =>
    first <= month && month <= until ? [column[index * rows.length + at] ?? 0] : [],
  );
}

/** What a month has in each of some rows; in all of them when none are named. */
export function amountsIn(
  { months, rows, figures }: ProgressCube,
  name: string,
  month: Month,
  some: readonly string[] = rows,
): number[] {
  const at = months.indexOf(month) * rows.length;
  return at < 0 ? [] : some.map((row) => figures[name]?.[at + rows.indexOf(row)] ?? 0);
}

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
const last = (amounts: readonly number[]): number => amounts.at(-1) ?? 0;
