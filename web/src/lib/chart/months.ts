import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Colours } from './colours.ts';
import { hatched } from './hatch.ts';
import type { Mark } from './mark.ts';
import type { MilestoneMark } from './milestones.ts';
import { calmOptions, roomWith } from './options.ts';
import type { Reading } from './reading.ts';
import { number, percentSign } from '#lib/i18n/format.ts';

/** Months along a chart, and the one that is looked at; what lies after it is drawn faintly. */
export interface Axis {
  labels: string[];
  at: number;
  marks?: readonly MilestoneMark[] | undefined;
}

/** One figure over these months. */
export interface Series {
  name: string;
  /** Null where a month was owed and nothing came: missing is not zero. */
  values: readonly (number | null)[];
  /** Whether a line goes on over months without a value. */
  isJoined?: boolean;
}

type Shown = Omit<Mark, 'font' | 'colour' | 'halo'>;

/** A line up to the chosen month, with its value at that end. */
export function lineConfig(
  { labels, at, marks }: Axis,
  { name, values, isJoined = false }: Series,
  colours: Colours,
): ChartConfiguration {
  const common = { label: name, tension: 0, pointHitRadius: 12, spanGaps: isJoined };
  const until = {
    ...common,
    data: values.map((value, index) => (index <= at ? value : null)),
    borderColor: colours.accent,
    borderWidth: 2.5,
    pointRadius: values.map((_, index) => (index === at ? 5 : 0)),
    pointBackgroundColor: colours.accent,
    pointBorderColor: colours.paper,
    pointBorderWidth: 1.5,
  };
  const after = {
    ...common,
    data: values.map((value, index) => (index >= at ? value : null)),
    borderColor: colours.line,
    borderWidth: 2,
    pointRadius: 0,
  };
  const mark: Shown = { text: number(values[at] ?? 0), index: at, dataset: 0, place: 'upperLeft' };
  return configOf('line', { labels, marks }, [until, after], mark, colours);
}

/** What a chart of bars shows besides its figures. */
export interface BarMarks {
  /** Whether they are percentages. */
  inPercent?: boolean;
  /** How far the chosen month is hatched above its bar: what is not in. */
  lacking?: number;
  /** Months, by their place, that were owed and did not come. */
  gaps?: readonly number[];
  /** Months, by their place, of which the figure is not shown. */
  hidden?: readonly number[];
}

/** A bar for each month: what is confirmed is dark, what is not yet stands on it in light, what is not in is hatched. */
export function barConfig(
  { labels, at, marks }: Axis,
  [confirmed, open]: readonly [Series, Series],
  colours: Colours,
  { inPercent = false, lacking = 0, gaps = [], hidden = [] }: BarMarks = {},
): ChartConfiguration {
  const tones = labels.map((_, index) => (index > at ? colours.line : colours.accent));
  const lights = labels.map((_, index) => (index > at ? colours.paper : colours.accentSoft));
  const common = { stack: 'all', maxBarThickness: 26, categoryPercentage: 0.86, barPercentage: 0.9 };
  const dark = {
    ...common,
    label: confirmed.name,
    data: [...confirmed.values],
    backgroundColor: tones,
    hoverBackgroundColor: tones,
  };
  const light = {
    ...common,
    label: open.name,
    data: [...open.values],
    backgroundColor: lights,
    hoverBackgroundColor: lights,
    borderColor: tones,
    hoverBorderColor: tones,
    borderWidth: 1,
    // Without a line at its foot the outline would look like a filled hairline where it is zero.
    borderSkipped: 'start' as const,
  };
  const most = Math.max(1, ...confirmed.values.map(Number));
  const hatch = {
    ...common,
    label: '',
    data: labels.map((_, index) => (hidden.includes(index) ? most / 4 : index === at ? lacking : null)),
    backgroundColor: hatched(colours.soft),
    hoverBackgroundColor: hatched(colours.soft),
    borderColor: colours.soft,
    borderWidth: 1,
  };
  const total = number((confirmed.values[at] ?? 0) + (open.values[at] ?? 0));
  const unit = inPercent ? percentSign : '';
  const mark: Shown = {
    text: `${total}${unit}`,
    index: at,
    dataset: lacking > 0 ? 2 : 1,
    place: 'above',
  };
  const datasets = [dark, light, ...(lacking > 0 || hidden.length > 0 ? [hatch] : [])];
  const config = configOf('bar', { labels, marks }, datasets, mark, colours, unit);
  const crosses = { at: gaps, colour: colours.warn, font: `600 13px ${colours.font}` };
  return {
    ...config,
    options: { ...config.options, plugins: { ...config.options?.plugins, gaps: crosses } },
  };
}

function configOf(
  type: 'line' | 'bar',
  { labels, marks = [] }: Omit<Axis, 'at'>,
  datasets: ChartDataset<'line' | 'bar', (number | null)[]>[],
  shown: Shown,
  colours: Colours,
  unit = '',
): ChartConfiguration {
  const { ink, paper, soft, font } = colours;
  const reading: Reading = { ink, paper, font, unit };
  const options = calmOptions(colours);
  const { y, ...scales } = options.scales ?? {};
  return {
    type,
    data: { labels, datasets },
    options: {
      ...options,
      layout: { padding: roomWith(marks) },
      scales: { ...scales, y: { ...y, ...(unit && { max: 100 }) } },
      plugins: {
        reading,
        mark: { ...shown, colour: ink, halo: paper, font: `600 14px ${font}` },
        milestones: { marks, colour: soft, halo: paper, font: `600 12px ${font}` },
      },
    },
  };
}
