import type { ChartType, Plugin } from 'chart.js';
import { roomForValue, rowHeight } from './options.ts';

/** An event along a chart: at one of its places, or, where only its year is known, from one to another. */
export interface MilestoneMark {
  text: string;
  from: number;
  to: number;
  /** Which row over the chart it stands in, from the top: those at one place stand above each other. */
  row: number;
}

/** How events along a chart are drawn. */
export interface Milestones {
  marks: readonly MilestoneMark[];
  colour: string;
  halo: string;
  /** CSS font of the words. */
  font: string;
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- an augmentation repeats the type parameter
  interface PluginOptionsByType<TType extends ChartType> {
    milestones?: Milestones;
  }
}

/** Draws a thin line with its number over it for each event, and a bracket over a year, all above what values say. */
export const milestones: Plugin<ChartType, Partial<Milestones>> = {
  id: 'milestones',
  afterDatasetsDraw({ ctx, chartArea, scales }, _, { marks = [], colour = '', halo = '', font = '' }) {
    const xOf = (at: number) => scales['x']?.getPixelForValue(at) ?? 0;
    const rows = Math.max(0, ...marks.map(({ row }) => row + 1));
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.font = font;
    ctx.textAlign = 'center';
    for (const { text, from, to, row } of marks) {
      const y = chartArea.top - roomForValue - rowHeight * (rows - row) + 12;
      const [left, right] = [xOf(from), xOf(to)];
      ctx.lineWidth = 1;
      ctx.beginPath();
      if (from === to) {
        ctx.setLineDash([2, 3]);
        ctx.moveTo(left, y + 3);
        ctx.lineTo(left, chartArea.bottom);
      } else {
        ctx.setLineDash([]);
        ctx.moveTo(left, y + 7);
        ctx.lineTo(left, y + 3);
        ctx.lineTo(right, y + 3);
        ctx.lineTo(right, y + 7);
      }
      ctx.stroke();
      ctx.lineWidth = 4;
      ctx.strokeStyle = halo;
      ctx.setLineDash([]);
      ctx.strokeText(text, (left + right) / 2, y);
      ctx.strokeStyle = colour;
      ctx.fillText(text, (left + right) / 2, y);
    }
    ctx.restore();
  },
};
