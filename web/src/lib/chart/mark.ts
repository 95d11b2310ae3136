import type { ChartType, Plugin } from 'chart.js';

/** Words beside one point of a chart, instead of a legend. */
export interface Mark {
  text: string;
  dataset: number;
  index: number;
  colour: string;
  /** Behind the words, so that they can be read over a line or a bar. */
  halo: string;
  /** CSS font of the words. */
  font: string;
  /** A rising line leaves room at its upper left, a bar above its middle. */
  place: 'upperLeft' | 'above';
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- an augmentation repeats the type parameter
  interface PluginOptionsByType<TType extends ChartType> {
    mark?: Mark;
  }
}

/** Draws the mark that a chart's options ask for, over its lines and bars. */
export const mark: Plugin<ChartType, Partial<Mark>> = {
  id: 'mark',
  afterDatasetsDraw(chart, _, { text, dataset = 0, index = -1, ...look }) {
    const point = chart.getDatasetMeta(dataset).data[index];
    if (!text || !point) return;
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.fillStyle = look.colour ?? '';
    ctx.font = look.font ?? '';
    ctx.strokeStyle = look.halo ?? '';
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    const width = ctx.measureText(text).width;
    const left = look.place === 'above' ? point.x - width / 2 : point.x - width - 6;
    const x = Math.min(Math.max(left, chartArea.left), chartArea.right - width);
    ctx.strokeText(text, x, point.y - 10);
    ctx.fillText(text, x, point.y - 10);
    ctx.restore();
  },
};
