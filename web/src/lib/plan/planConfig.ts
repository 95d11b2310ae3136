import type { ChartConfiguration } from 'chart.js';
import type { Colours } from '#lib/chart/colours.ts';
import type { MilestoneMark } from '#lib/chart/milestones.ts';
import { calmOptions, roomWith } from '#lib/chart/options.ts';
import type { PlanSeries } from './planSeries.ts';

/** What the lines are called. */
export type PlanNames = Record<'actual' | 'planned' | 'low' | 'likely' | 'high', string>;

/** The actual as a line, the plan dashed in grey, the forecast dotted in its band. */
export function planConfig(
  { at, actual, planned, low, likely, high }: Omit<PlanSeries, 'months'>,
  { labels, names, marks }: { labels: string[]; names: PlanNames; marks: MilestoneMark[] },
  colours: Colours,
): ChartConfiguration {
  const { accent, accentSoft, soft, ink, paper, font } = colours;
  const line = { tension: 0, pointRadius: 0, pointHitRadius: 12, borderWidth: 2 };
  const unseen = { ...line, borderWidth: 0 };
  const options = calmOptions(colours);
  const hasForecast = likely.some((value) => value !== null);
  return {
    type: 'line',
    data: {
      labels,
      datasets: [
        { ...unseen, label: names.low, data: low },
        { ...unseen, label: names.high, data: high },
        { ...line, label: names.planned, data: planned, borderColor: soft, borderDash: [6, 4] },
        { ...line, label: names.likely, data: likely, borderColor: accent, borderDash: [2, 3] },
        {
          ...line,
          label: names.actual,
          data: actual,
          borderColor: accent,
          borderWidth: 2.5,
          pointRadius: actual.map((_, index) => (index === at ? 5 : 0)),
          pointBackgroundColor: accent,
          pointBorderColor: paper,
        },
      ],
    },
    options: {
      ...options,
      layout: { padding: roomWith(marks) },
      plugins: {
        ...options.plugins,
        milestones: { marks, colour: soft, halo: paper, font: `600 12px ${font}` },
        band: {
          between: [0, 1],
          colour: accentSoft,
          ends: [
            { dataset: 2, text: names.planned, colour: soft },
            ...(hasForecast ? [{ dataset: 3, text: names.likely, colour: accent }] : []),
            { dataset: 4, text: names.actual, colour: ink },
          ],
          halo: paper,
          font: `600 12px ${font}`,
        },
      },
    },
  };
}
