import { addMonths, type Month } from '#functions/domain/calendar.ts';
import { isUnusual, type Indicator } from '#functions/domain/indicator.ts';
import { countedFigures, type MonthlyReport } from '#functions/domain/monthlyReport.ts';
import { figureRows, type FigureRow } from '#lib/record/figures.ts';

/** A reason to look at a report before it is approved. */
export type Finding =
  /** Far from what the facility usually reports. */
  | { kind: 'high' | 'low'; indicator: Indicator; value: number; low: number; high: number; before?: number }
  /** Far from the month before, where there are too few months to know what is usual. */
  | { kind: 'jump'; indicator: Indicator; value: number; before: number }
  /** A correction changes what was approved. */
  | { kind: 'corrected'; indicator: Indicator; value?: number; approved?: number }
  /** Every figure of the work done is that of the month before, as when a form is copied. */
  | { kind: 'same'; month: Month };

/** Whatever is unusual in a report, the strongest first. */
export function findingsOf(
  report: MonthlyReport,
  reports: MonthlyReport[],
  indicators: Indicator[],
): Finding[] {
  const rows = figureRows(report.figures, report.month, reports, indicators);
  return [
    ...corrections(report, indicators),
    ...rows
      .flatMap(outliers)
      .toSorted((a, b) => b.strength - a.strength)
      .map(({ finding }) => finding),
    ...(isCopied(rows) ? [{ kind: 'same' as const, month: addMonths(report.month, -1) }] : []),
  ];
}

/** Nothing is unusual, nothing is explained, and there is something to compare with: it can be approved among others. */
export function isPlain(report: MonthlyReport, reports: MonthlyReport[], indicators: Indicator[]): boolean {
  const hasPast = reports.some((earlier) => earlier.month < report.month && countedFigures(earlier));
  return hasPast && !report.note && findingsOf(report, reports, indicators).length === 0;
}

/** The indicators that findings are about. */
export function codesIn(findings: Finding[]): Set<string> {
  return new Set(findings.flatMap((finding) => (finding.kind === 'same' ? [] : [finding.indicator.code])));
}

function outliers({ indicator, value, usual, before }: FigureRow): { finding: Finding; strength: number }[] {
  if (value === undefined) return [];
  // Fewer days without power than usual are good news.
  const mayFall = indicator.direction === 'circumstances';
  if (usual) {
    const strong = { ...usual, indicator, value, before };
    if (isUnusual(value, usual))
      return [{ finding: { kind: 'high', ...strong }, strength: ratio(value, usual.high) }];
    if (mayFall || !isUnusual(usual.low, { high: value })) return [];
    return [{ finding: { kind: 'low', ...strong }, strength: ratio(usual.low, value) }];
  }
  if (before === undefined) return [];
  const isFar = isUnusual(value, { high: before }) || (!mayFall && isUnusual(before, { high: value }));
  const strength = Math.max(ratio(value, before), ratio(before, value));
  return isFar ? [{ finding: { kind: 'jump', indicator, value, before }, strength }] : [];
}

/** How many times the one is the other; zero counts as one. */
function ratio(large: number, small: number): number {
  return large / Math.max(1, small);
}

function corrections({ approved, figures }: MonthlyReport, indicators: Indicator[]): Finding[] {
  if (!approved) return [];
  return indicators
    .filter(({ code }) => approved[code] !== figures[code])
    .map((indicator) => ({
      kind: 'corrected',
      indicator,
      value: figures[indicator.code],
      approved: approved[indicator.code],
    }));
}

/** Small facilities repeat small numbers by chance: only a few figures above zero make it remarkable. */
function isCopied(rows: FigureRow[]): boolean {
  const work = rows.filter(({ indicator }) => indicator.direction !== 'circumstances');
  const above = work.filter(({ value = 0 }) => value > 0);
  return above.length >= 4 && work.every(({ value, before }) => value === before);
}
