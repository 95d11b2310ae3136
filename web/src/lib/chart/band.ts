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

/** Words at the end of a line, so wide. */
interface Word {
  x: number;
  y: number;
  width: number;
}

/** Where words stand, topmost first: to the left of their place and over it, below others only where those are in the way. */
export function placedWords<W extends Word>(
  words: readonly W[],
  area: { left: number; right: number },
): (W & { right: number; at: number })[] {
  const drawn: (W & { right: number; at: number })[] = [];
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const right = Math.max(Math.min(word.x, area.right), area.left + word.width);
    const inTheWay = drawn.filter(
      (other) => other.right - other.width < right && right - word.width < other.right,
    );
    const at = Math.max(word.y - 7, ...inTheWay.map((other) => other.at + leading));
    drawn.push({ ...word, right, at });
  }
  return drawn;
}

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
    const words = ends.flatMap((end) => {
      const last = pointsOf(chart, end.dataset).at(-1);
      return last ? [{ ...end, x: last.x, y: last.y, width: ctx.measureText(end.text).width }] : [];
    });
    for (const { text, colour, right, at } of placedWords(words, chartArea)) {
      ctx.strokeText(text, right, at);
      ctx.fillStyle = colour;
      ctx.fillText(text, right, at);
    }
    ctx.restore();
  },
};

function pointsOf(chart: Chart, dataset: number): { x: number; y: number }[] {
  const values = chart.data.datasets[dataset]?.data ?? [];
  return chart.getDatasetMeta(dataset).data.filter((_, index) => typeof values[index] === 'number');
}
