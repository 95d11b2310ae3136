import type { ChartOptions } from 'chart.js';
import { short } from '#lib/i18n/format.ts';
import type { Colours } from './colours.ts';
import type { Reading } from './reading.ts';

/** Pixels above a chart: for what its highest value says, and for each row of events. */
export const roomForValue = 24;
export const rowHeight = 19;

/** The room around a chart with these events over it. */
export const roomWith = (marks: readonly { row: number }[]) => ({
  top: roomForValue + rowHeight * Math.max(0, ...marks.map(({ row }) => row + 1)),
  right: 8,
});

/** What all our charts have in common: few gridlines, no legend, no frame, quick to appear. */
export function calmOptions(colours: Colours): ChartOptions<'line' | 'bar'> {
  const reading: Reading = { ink: colours.ink, paper: colours.paper, font: colours.font };
  const font = { family: colours.font, size: 12 };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: colours.still || colours.printed ? false : { duration: 180 },
    // Sharp on paper, where a dot is a third of a pixel.
    ...(colours.printed && { devicePixelRatio: 3 }),
    interaction: { mode: 'index', intersect: false },
    plugins: { reading },
    scales: {
      x: {
        grid: { display: false },
        border: { color: colours.soft },
        ticks: { color: colours.soft, font, maxRotation: 0, autoSkipPadding: 24 },
      },
      y: {
        beginAtZero: true,
        grid: { color: colours.line, drawTicks: false },
        border: { display: false },
        ticks: {
          color: colours.soft,
          font,
          padding: 8,
          maxTicksLimit: 5,
          // Nobody gives half a consultation.
          precision: 0,
          callback: (value) => short(Number(value)),
        },
      },
    },
  };
}
