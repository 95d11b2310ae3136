import type { Chart, ChartType, Plugin } from 'chart.js';

/** Pixels between words and what stands beside them: half of a bar. */
const gap = 13;

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
    const y = look.place === 'above' ? Math.min(point.y, ...topsBeside(chart, point.x, width)) : point.y;
    const x = Math.min(Math.max(left, chartArea.left), chartArea.right - width);
    ctx.strokeText(text, x, y - 10);
    ctx.fillText(text, x, y - 10);
    ctx.restore();
  },
};

/** How far up the bars reach that words of this width over a bar would lie across. */
function topsBeside(chart: Chart, middle: number, width: number): number[] {
  return chart
    .getSortedVisibleDatasetMetas()
    .flatMap(({ data }) => data)
    .filter(({ x, y }) => Math.abs(x - middle) < width / 2 + gap && Number.isFinite(y))
    .map(({ y }) => y);
}
