import type { Stage } from './facility.ts';
import type { Indicator } from './indicator.ts';

/**
 * How a figure adds up over months.
 * `flow`: months add up to a total. `level`: stored as changes, so the sum up to a month is the state at its end.
 * `month`: only a single month's value makes sense.
 */
export type FigureKind = 'flow' | 'level' | 'month';

/** The stable name of the count of facilities in a stage, such as `facilitiesLive`. */
export function stageFigure(stage: Stage): string {
  return `facilities${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
}

const monthFigures = ['reportsReceived', 'reportsOnTime', 'reportsApproved'];

/** How a figure of this name adds up; approved amounts add up as the figure they are part of. */
export function kindOf(name: string, indicators: Indicator[]): FigureKind {
  const plain = name.replace(/^approved\./, '');
  if (plain === 'reportsExpected' || plain.startsWith('facilities')) return 'level';
  if (monthFigures.includes(plain)) return 'month';
  return indicators.find((indicator) => indicator.code === plain)?.aggregation === 'last' ? 'month' : 'flow';
}
