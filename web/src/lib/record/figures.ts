import type { Month } from '#functions/domain/calendar.ts';
import { directions, type Figures, type Indicator } from '#functions/domain/report/indicator.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { pastOf, type Past } from '#functions/domain/report/past.ts';
import { named, number } from '#lib/i18n/format.ts';

/** A figure beside what the facility reported before. */
export interface FigureRow extends Past {
  indicator: Indicator;
  value?: number;
}

export interface FigureGroup {
  direction: Indicator['direction'];
  rows: FigureRow[];
}

/** The figures of a month in the order of these indicators, each beside the facility's earlier reports. */
export function figureRows(
  figures: Figures,
  month: Month,
  reports: MonthlyReport[],
  indicators: Indicator[],
): FigureRow[] {
  return indicators.map((indicator) => ({
    indicator,
    value: figures[indicator.code],
    ...pastOf(indicator.code, month, reports),
  }));
}

/** The figures by direction; directions the country does not have are left out. */
export function byDirection(rows: FigureRow[]): FigureGroup[] {
  return directions
    .map((direction) => ({
      direction,
      rows: rows.filter(({ indicator }) => indicator.direction === direction),
    }))
    .filter((group) => group.rows.length > 0);
}

/** What is usual, in one word where the lowest and the highest are the same: `0`, `1–5`. */
export function rangeText({ low, high }: { low: number; high: number }): string {
  return low === high ? number(low) : `${number(low)}–${number(high)}`;
}

/** The figures outside the range of the facility's last months, in words: `Failed requests 6 (0–1)`. */
export function outsideUsual(rows: FigureRow[]): string[] {
  return rows.flatMap(({ indicator, value, usual }) =>
    value !== undefined && usual && (value < usual.low || value > usual.high)
      ? [`${named(indicator.names)} ${number(value)} (${rangeText(usual)})`]
      : [],
  );
}
