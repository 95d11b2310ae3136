import type { Chart, ChartType, Plugin } from 'chart.js';
import { number } from '#lib/i18n/format.ts';

/** How the figures under the pointer are shown. */
export interface Reading {
  ink: string;
  paper: string;
  /** CSS font family. */
  font: string;
  /** Stands after each figure. */
  unit?: string;
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- an augmentation repeats the type parameter
  interface PluginOptionsByType<TType extends ChartType> {
    reading?: Reading;
  }
}

const size = 12;
const leading = 18;
const padding = 9;

/**
 * Draws the month and its figures beside the pointer or the finger.
 * Chart.js's own tooltip can do much more than that, and weighs five kilobytes.
 */
export const reading: Plugin<ChartType, Partial<Reading>> = {
  id: 'reading',
  afterDatasetsDraw(chart, _, look) {
    const active = chart.getActiveElements();
    const [first] = active;
    if (!first) return;
    const { unit = '' } = look;
    const lines = active.flatMap(({ datasetIndex, index }) => {
      const { label, data } = chart.data.datasets[datasetIndex] ?? {};
      const value = data?.[index];
      return label && typeof value === 'number' ? [`${label}: ${number(value)}${unit}`] : [];
    });
    const title = String(chart.data.labels?.[first.index]);
    draw(chart, first.element.x, [title, ...new Set(lines)], look);
  },
};

function draw({ ctx, chartArea }: Chart, at: number, lines: string[], look: Partial<Reading>): void {
  const fontOf = (index: number) => `${index === 0 ? 600 : 400} ${size}px ${look.font}`;
  ctx.save();
  const widths = lines.map((line, index) => {
    ctx.font = fontOf(index);
    return ctx.measureText(line).width;
  });
  const width = Math.max(...widths) + 2 * padding;
  const height = lines.length * leading + 2 * padding - 4;
  const right = at + 12 + width <= chartArea.right;
  const left = right ? at + 12 : Math.max(chartArea.left, at - 12 - width);
  ctx.fillStyle = look.ink ?? '';
  ctx.fillRect(at - 0.5, chartArea.top, 1, chartArea.height);
  ctx.beginPath();
  ctx.roundRect(left, chartArea.top, width, height, 4);
  ctx.fill();
  ctx.fillStyle = look.paper ?? '';
  ctx.textBaseline = 'middle';
  lines.forEach((line, index) => {
    ctx.font = fontOf(index);
    ctx.fillText(line, left + padding, chartArea.top + padding - 2 + leading * (index + 0.5));
  });
  ctx.restore();
}
