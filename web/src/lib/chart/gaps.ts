import type { ChartType, Plugin } from 'chart.js';

/** Places along a chart where a figure was owed and did not come: missing is not zero. */
export interface Gaps {
  at: readonly number[];
  colour: string;
  /** CSS font of the sign. */
  font: string;
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- an augmentation repeats the type parameter
  interface PluginOptionsByType<TType extends ChartType> {
    gaps?: Gaps;
  }
}

/** Draws a cross on the axis at each gap. */
export const gaps: Plugin<ChartType, Partial<Gaps>> = {
  id: 'gaps',
  afterDatasetsDraw({ ctx, chartArea, scales }, _, { at = [], colour = '', font = '' }) {
    ctx.save();
    ctx.fillStyle = colour;
    ctx.font = font;
    ctx.textAlign = 'center';
    for (const index of at)
      ctx.fillText('✕', scales['x']?.getPixelForValue(index) ?? 0, chartArea.bottom - 5);
    ctx.restore();
  },
};
