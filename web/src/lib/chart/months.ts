import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Colours } from './colours.ts';
import type { Mark } from './mark.ts';
import { calmOptions } from './options.ts';
import type { Reading } from './reading.ts';
import { number } from '#lib/format.ts';

/** Months along a chart, and the one that is looked at; what lies after it is drawn faintly. */
export interface Axis {
  labels: string[];
  at: number;
}

/** One figure over these months. */
export interface Series {
  name: string;
  values: readonly number[];
}

type Shown = Omit<Mark, 'font' | 'colour' | 'halo'>;

/** A line up to the chosen month, with its value at that end. */
export function lineConfig(
  { labels, at }: Axis,
  { name, values }: Series,
  colours: Colours,
): ChartConfiguration {
  const common = { label: name, tension: 0, pointHitRadius: 12 };
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
  return configOf('line', labels, [until, after], mark, colours);
}

/** A bar for each month: what is confirmed is filled, what is not yet is only outlined and stands on it. */
export function barConfig(
  { labels, at }: Axis,
  [confirmed, open]: readonly [Series, Series],
  colours: Colours,
  unit: '' | '%' = '',
): ChartConfiguration {
  const tones = labels.map((_, index) => toneOf(index - at, colours));
  const common = { stack: 'all', maxBarThickness: 26, categoryPercentage: 0.86, barPercentage: 0.9 };
  const filled = {
    ...common,
    label: confirmed.name,
    data: [...confirmed.values],
    backgroundColor: tones,
    hoverBackgroundColor: tones,
  };
  const outlined = {
    ...common,
    label: open.name,
    data: [...open.values],
    backgroundColor: colours.paper,
    hoverBackgroundColor: colours.paper,
    borderColor: tones,
    hoverBorderColor: tones,
    borderWidth: 1.5,
    // Without a line at its foot the outline would look like a filled hairline where it is zero.
    borderSkipped: 'start' as const,
  };
  const total = number((confirmed.values[at] ?? 0) + (open.values[at] ?? 0));
  const mark: Shown = { text: unit ? `${total}\u00a0${unit}` : total, index: at, dataset: 1, place: 'above' };
  return configOf('bar', labels, [filled, outlined], mark, colours, unit);
}

/** Months before the chosen one step back, those after it fade. */
function toneOf(distance: number, colours: Colours): string {
  if (distance === 0) return colours.accent;
  return distance < 0 ? (colours.steps[2] ?? colours.accent) : colours.line;
}

function configOf(
  type: 'line' | 'bar',
  labels: string[],
  datasets: ChartDataset<'line' | 'bar', (number | null)[]>[],
  shown: Shown,
  colours: Colours,
  unit: '' | '%' = '',
): ChartConfiguration {
  const { ink, paper, font } = colours;
  const reading: Reading = { ink, paper, font, unit };
  const options = calmOptions(colours);
  const { y, ...scales } = options.scales ?? {};
  return {
    type,
    data: { labels, datasets },
    options: {
      ...options,
      layout: { padding: { top: 24, right: 8 } },
      scales: { ...scales, y: { ...y, ...(unit === '%' && { max: 100 }) } },
      plugins: {
        reading,
        mark: { ...shown, colour: ink, halo: paper, font: `600 14px ${font}` },
      },
    },
  };
}
