import type { Month } from '../domain/calendar.ts';
import type { Milestone } from '../domain/plan/milestone.ts';
import type { ToldFigure } from './figures.ts';
import type { Formats } from './format.ts';
import { html, type Markup } from './markup.ts';

/** As wide as there is room, and as narrow as a phone: a picture that only shrank could not be read there. */
const sizes = {
  wide: { width: 720, height: 300, left: 48, right: 64, top: 44, bottom: 30 },
  narrow: { width: 340, height: 240, left: 40, right: 48, top: 44, bottom: 28 },
} as const;
type Size = (typeof sizes)[keyof typeof sizes];

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
  const size = sizes[name];
  const { width, height, left, right, top, bottom } = size;
  const { growth, figure } = told;
  const { step, most } = gridOf(Math.max(1, ...growth.map(({ value }) => value ?? 0)));
  const base = height - bottom;
  const y = (value: number): number => Math.round(base - (value / most) * (base - top));
  const points = growth.map(({ month, value }, index) => ({
    month,
    value,
    x: placeOf(size, growth.length, index),
  }));
  const lines = Array.from({ length: Math.round(most / step) }, (_, index) => (index + 1) * step);
  const end = points.findLast(({ value }) => value !== undefined);
  return html`<svg class="trend at-${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    ${lines.map(
      (value) =>
        html`<path class="grid" d="M${left},${y(value)}H${width - right}" /><text
            class="at-left"
            x="${left - 8}"
            y="${y(value) + 4}"
            >${formats.amount(figure, value)}</text
          >`,
    )}
    <path class="base" d="M${left},${base}H${width - right}" />
    ${yearsOf(points).map(
      ({ x, year }) =>
        html`<path class="base" d="M${x},${base}v6" /><text x="${x + 4}" y="${height - 8}">${year}</text>`,
    )}
    ${milestones.flatMap(({ on }, index) =>
      markOf(
        size,
        growth.map(({ month }) => month),
        on,
        index,
      ),
    )}
    <path class="area" d="${areaOf(points, y, base)}" />
    <path class="line" d="${lineOf(points, y)}" />
    ${
      end
        ? html`<circle cx="${end.x}" cy="${y(end.value ?? 0)}" r="5" /><text
              class="last"
              x="${end.x + 9}"
              y="${y(end.value ?? 0) + 5}"
              >${formats.amount(figure, end.value ?? 0)}</text
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
const yearsOf = (points: Point[]): { x: number; year: string }[] =>
  points
    .filter(({ month }, index) => month.endsWith('-01') && index < points.length - 3)
    .map(({ month, x }) => ({ x, year: month.slice(0, 4) }));

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

/** A numbered mark: a line at its month or day, a bracket over a year that is all that is known. */
function markOf(size: Size, months: readonly Month[], on: string, index: number): Markup[] {
  const [from, to] = on.length === 4 ? [`${on}-01`, `${on}-12`] : [on.slice(0, 7), on.slice(0, 7)];
  const first = months.findIndex((month) => month >= from);
  const last = months.findLastIndex((month) => month <= to);
  if (first < 0 || last < 0 || first > last) return [];
  const [x1, x2] = [placeOf(size, months.length, first), placeOf(size, months.length, last)];
  const middle = Math.round((x1 + x2) / 2);
  // Two that are near each other stand at different heights.
  const at = 11 + (index % 2) * 19;
  const line =
    x1 === x2 ? `M${x1},${at + 9}V${size.height - size.bottom}` : `M${x1},${at + 5}V${at}H${x2}V${at + 5}`;
  return [
    html`<path class="mark" d="${line}" /><circle class="number" cx="${middle}" cy="${at}" r="9" /><text
        class="number"
        x="${middle}"
        y="${at + 4}"
        >${index + 1}</text
      >`,
  ];
}
