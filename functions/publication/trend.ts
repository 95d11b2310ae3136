import type { Month } from '../domain/calendar.ts';
import type { Milestone } from '../domain/plan/milestone.ts';
import type { ToldFigure } from './figures.ts';
import type { Formats } from './format.ts';
import { html, type Markup } from './markup.ts';

/** As wide as there is room, and as narrow as a phone: a picture that only shrank could not be read there. */
const sizes = {
  wide: { width: 720, height: 300, left: 48, right: 64, bottom: 30 },
  narrow: { width: 340, height: 240, left: 40, right: 48, bottom: 28 },
} as const;
/** How wide a letter is, at most: beside a line of the grid, and beside the end of the line. */
const letter = { small: 7.5, large: 10.5 } as const;
const roomOfYear = 40;
/** What a milestone's number needs. */
const mark = { width: 20, height: 19 } as const;

type Size = Record<keyof (typeof sizes)['wide'], number>;

interface Trend {
  told: ToldFigure;
  formats: Formats;
  label: string;
  /** What happened on the way, in the order of the list that says it. */
  milestones?: readonly Pick<Milestone, 'on'>[];
}

/** The growth of a figure as a line; a table says the same. */
export function trendPicture(trend: Trend): Markup {
  return html`${onSheet(trend, 'wide')}${onSheet(trend, 'narrow')}`;
}

/** The same for a narrow frame alone. */
export const narrowTrend = (trend: Trend): Markup => onSheet(trend, 'narrow');

function onSheet({ told, formats, label, milestones = [] }: Trend, name: keyof typeof sizes): Markup {
  const { growth, figure } = told;
  const { step, most } = gridOf(Math.max(1, ...growth.map(({ value }) => value ?? 0)));
  const lines = Array.from({ length: Math.floor(most / step) }, (_, index) => (index + 1) * step);
  const short = (value: number): string => formats.short(figure, value);
  const last = growth.findLast(({ value }) => value !== undefined)?.value ?? 0;
  const longest = Math.max(...lines.map((value) => short(value).length));
  const size = {
    ...sizes[name],
    left: Math.max(sizes[name].left, Math.ceil(8 + longest * letter.small)),
    right: Math.max(sizes[name].right, Math.ceil(9 + short(last).length * letter.large)),
  };
  const { width, height, left, right, bottom } = size;
  const marks = marksOf(
    size,
    growth.map(({ month }) => month),
    milestones,
  );
  const top = 6 + mark.height * Math.max(1, ...marks.map(({ level }) => level + 1));
  const base = height - bottom;
  const y = (value: number): number => Math.round(base - (value / most) * (base - top));
  const points = growth.map(({ month, value }, index) => ({
    month,
    value,
    x: placeOf(size, growth.length, index),
  }));
  const end = points.findLast(({ value }) => value !== undefined);
  return html`<svg class="trend at-${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${lines.map(
      (value) =>
        html`<path class="grid" d="M${left},${y(value)}H${width - right}" /><text
            class="at-left"
            x="${left - 8}"
            y="${y(value) + 4}"
            >${short(value)}</text
          >`,
    )}
    <path class="base" d="M${left},${base}H${width - right}" />
    ${yearsOf(points).map(
      ({ x, year }) =>
        html`<path class="base" d="M${x},${base}v6" /><text x="${x + 4}" y="${height - 8}">${year}</text>`,
    )}
    ${marks.map((each) => drawn(each, base))}
    <path class="area" d="${areaOf(points, y, base)}" />
    <path class="line" d="${lineOf(points, y)}" />
    ${
      end
        ? html`<circle cx="${end.x}" cy="${y(end.value ?? 0)}" r="5" /><text
              class="last"
              x="${end.x + 9}"
              y="${y(end.value ?? 0) + 5}"
              >${short(end.value ?? 0)}</text
            >`
        : ''
    }
  </svg>`;
}

interface Point {
  month: Month;
  value: number | undefined;
  x: number;
}

function placeOf({ width, left, right }: Size, count: number, index: number): number {
  return Math.round(left + (index * (width - left - right)) / Math.max(1, count - 1));
}

/** Three or four lines at numbers that are easy to read. */
function gridOf(highest: number): { step: number; most: number } {
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power;
  return { step, most: Math.max(highest, step) };
}

/** Where each year begins, as far as its number has room. */
function yearsOf(points: Point[]): { x: number; year: string }[] {
  const years = points
    .filter(({ month }, index) => month.endsWith('-01') && index < points.length - 3)
    .map(({ month, x }) => ({ x, year: month.slice(0, 4) }));
  const [first, second] = years;
  const each = first && second ? Math.ceil(roomOfYear / (second.x - first.x)) : 1;
  return years.filter((_, index) => (years.length - 1 - index) % each === 0);
}

/** A line that is broken where the figure is not shown. */
function lineOf(points: Point[], y: (value: number) => number): string {
  return points
    .map(({ value, x }, index) => {
      if (value === undefined) return '';
      return `${index > 0 && points[index - 1]?.value !== undefined ? 'L' : 'M'}${x},${y(value)}`;
    })
    .join('');
}

function areaOf(points: Point[], y: (value: number) => number, base: number): string {
  if (points.some(({ value }) => value === undefined)) return '';
  const [first, last] = [points.at(0), points.at(-1)];
  return first && last ? `${lineOf(points, y)}L${last.x},${base}L${first.x},${base}Z` : '';
}

interface Mark {
  number: number;
  x1: number;
  x2: number;
  /** How many marks stand above it. */
  level: number;
}

/** Where milestones stand: of two that are near each other the later one is lower. */
function marksOf(size: Size, months: readonly Month[], milestones: readonly Pick<Milestone, 'on'>[]): Mark[] {
  const marks: Mark[] = [];
  for (const [index, { on }] of milestones.entries()) {
    const [from, to] = on.length === 4 ? [`${on}-01`, `${on}-12`] : [on.slice(0, 7), on.slice(0, 7)];
    const first = months.findIndex((month) => month >= from);
    const last = months.findLastIndex((month) => month <= to);
    if (first < 0 || last < 0 || first > last) continue;
    const [x1, x2] = [placeOf(size, months.length, first), placeOf(size, months.length, last)];
    const near = marks.filter((each) => x1 < each.x2 + mark.width && each.x1 < x2 + mark.width);
    const taken = new Set(near.map(({ level }) => level));
    let level = 0;
    while (taken.has(level)) level++;
    marks.push({ number: index + 1, x1, x2, level });
  }
  return marks;
}

/** A numbered mark: a line at its month or day, a bracket over a year that is all that is known. */
function drawn({ number, x1, x2, level }: Mark, base: number): Markup {
  const middle = Math.round((x1 + x2) / 2);
  const at = 11 + level * mark.height;
  const line = x1 === x2 ? `M${x1},${at + 9}V${base}` : `M${x1},${at + 5}V${at}H${x2}V${at + 5}`;
  return html`<path class="mark" d="${line}" /><circle class="number" cx="${middle}" cy="${at}" r="9" /><text
      class="number"
      x="${middle}"
      y="${at + 4}"
      >${number}</text
    >`;
}
