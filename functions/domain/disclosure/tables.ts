import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { catalogueOf, type Figure } from '../figureCatalogue.ts';
import type { ProgressCube } from '../progress.ts';
import type { CountFigure, CountTable, Told } from './countTable.ts';
import type { Spans } from './known.ts';

type Knowing = Pick<CountryPack, 'country' | 'indicators' | 'capabilities'>;

/** The figures about people that a cube has. */
export function figuresAboutPeople({ figures }: ProgressCube, pack: Knowing): Figure[] {
  return [...catalogueOf(pack).values()].filter(({ name, isAboutPeople }) => isAboutPeople && figures[name]);
}

/** The country as a whole, month by month. */
export function nationTable(cube: ProgressCube, pack: Knowing): { table: CountTable; spans: Spans } {
  const figures = countFigures(figuresAboutPeople(cube, pack), pack);
  const table: CountTable = {
    figures,
    rows: [pack.country],
    periods: cube.months,
    values: Object.fromEntries(figures.map(({ name }) => [name, [sumsByMonth(cube, name)]])),
    facilities: [sumsByMonth(cube, 'reportsApproved')],
  };
  return { table, spans: cube.months.map((month) => ({ first: month, last: month })) };
}

/** The regions by quarter, to the last that was complete in a month, and the country's sums of which they are parts. */
export function regionTable(
  cube: ProgressCube,
  pack: Knowing,
  { until, nationTold }: { until: Month; nationTold: Told },
): { table: CountTable; spans: Spans } {
  const figures = countFigures(figuresAboutPeople(cube, pack), pack);
  const regions = cube.rows.filter((row) => row !== pack.country);
  const spans = quartersOf(cube.months, until);
  const cells = (name: string, row: string) => {
    const isRunning = figures.find((figure) => figure.name === name)?.isRunning ?? false;
    return spans.map((span) => amountsOf(cube, name, row, span)).map(isRunning ? sum : last);
  };
  const values = Object.fromEntries(
    figures.map(({ name }) => [name, regions.map((row) => cells(name, row))]),
  );
  const totals = {
    values: Object.fromEntries(
      figures.map(({ name }) => [
        name,
        spans.map((_, at) => sum((values[name] ?? []).map((row) => row[at] ?? 0))),
      ]),
    ),
    told: Object.fromEntries(
      figures.map(({ name }) => [name, spans.map((span) => isTold(nationTold, name, cube, span.last))]),
    ),
  };
  const facilities = regions.map((row) =>
    spans.map((span) => Math.max(0, ...amountsOf(cube, 'reportsApproved', row, span))),
  );
  return {
    table: { figures, rows: regions, periods: spans.map((span) => span.last), values, facilities, totals },
    spans,
  };
}

/** Whether the country's own sum of a figure is told at the end of a month. */
export function isTold(told: Told, figure: string, { months }: ProgressCube, month: Month): boolean {
  return told[figure]?.[0]?.[months.indexOf(month)] ?? false;
}

/** Those who were trained came, and those who were new to equipment were new to a solution. */
const trainedWithin: Record<string, string[]> = {
  newToSolution: ['attendances'],
  workersTrained: ['newToSolution'],
};

function countFigures(figures: Figure[], { indicators }: Knowing): CountFigure[] {
  const names = new Set(figures.map(({ name }) => name));
  const present = (all: readonly string[]) => all.filter((name) => names.has(name));
  return figures.map(({ name, kind, source, indicators: codes }) => {
    const atMost = indicators.find(({ code }) => code === name)?.atMost ?? trainedWithin[name] ?? [];
    // A share of a donor is within the whole of the facilities supported.
    const supported = name.replace(/^attributed\./, 'supported.');
    return {
      name,
      isRunning: kind !== 'month',
      parts: codes.includes(name) ? [] : present(codes),
      within: present(supported === name ? atMost : [supported]),
      isReported: source === 'monthlyReport',
    };
  });
}

/** Quarters of the calendar; the first may have begun before there was anything. */
function quartersOf(months: readonly Month[], until: Month): Spans {
  let first: Month | undefined;
  return months.flatMap((month) => {
    first ??= month;
    if (Number(month.slice(5)) % 3 !== 0 || month > until) return [];
    const span = { first, last: month };
    first = undefined;
    return [span];
  });
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

function sumsByMonth({ months, rows, figures }: ProgressCube, name: string): number[] {
  const column = figures[name] ?? [];
  return months.map((_, at) => sum(column.slice(at * rows.length, (at + 1) * rows.length)));
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
const last = (amounts: readonly number[]): number => amounts.at(-1) ?? 0;
