import type { Chart, ChartType, Plugin } from 'chart.js';

/** A soft band between two lines, and words at the ends of lines instead of a legend. */
export interface Band {
  /** The datasets of its lower and upper line. */
  between: readonly [number, number];
  colour: string;
  ends: readonly { dataset: number; text: string; colour: string }[];
  halo: string;
  /** CSS font of the words. */
  font: string;
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- an augmentation repeats the type parameter
  interface PluginOptionsByType<TType extends ChartType> {
    band?: Band;
  }
}

const leading = 16;

/** Draws the band under the lines of a chart, and its words over them. */
export const band: Plugin<ChartType, Partial<Band>> = {
  id: 'band',
  beforeDatasetsDraw(chart, _, { between, colour = '' }) {
    if (!between) return;
    const [low, high] = [pointsOf(chart, between[0]), pointsOf(chart, between[1])];
    const { ctx } = chart;
    ctx.save();
    ctx.fillStyle = colour;
    ctx.beginPath();
    for (const { x, y } of [...high, ...low.toReversed()]) ctx.lineTo(x, y);
    ctx.fill();
    ctx.restore();
  },
  afterDatasetsDraw(chart, _, { ends = [], halo = '', font = '' }) {
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = font;
    ctx.textAlign = 'right';
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = halo;
    const drawn: { left: number; right: number; y: number }[] = [];
    const words = ends.flatMap((end) => {
      const last = pointsOf(chart, end.dataset).at(-1);
      return last ? [{ ...end, ...last }] : [];
    });
    for (const { text, colour, x, y } of words.toSorted((a, b) => a.y - b.y)) {
      const { width } = ctx.measureText(text);
      const right = Math.max(Math.min(x, chartArea.right), chartArea.left + width);
      const left = right - width;
      // Only words beside which there is no room go below others.
      const above = drawn.filter((other) => other.left < right && left < other.right);
      const at = Math.max(y - 7, ...above.map((other) => other.y + leading));
      ctx.strokeText(text, right, at);
      ctx.fillStyle = colour;
      ctx.fillText(text, right, at);
      drawn.push({ left, right, y: at });
    }
    ctx.restore();
  },
};

function pointsOf(chart: Chart, dataset: number): { x: number; y: number }[] {
  const values = chart.data.datasets[dataset]?.data ?? [];
  return chart.getDatasetMeta(dataset).data.filter((_, index) => typeof values[index] === 'number');
}
