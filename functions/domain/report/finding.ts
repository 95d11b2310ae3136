import * as z from 'zod/mini';
import { addMonths, Month } from '../calendar.ts';
import { isUnusual, serviceDirections, type Indicator } from './indicator.ts';
import { countedFigures, type MonthlyReport } from './monthlyReport.ts';
import { pastOf, type Past } from './past.ts';

const value = z.optional(z.number());

/** A reason to look at a report before it is approved; `indicator` is a code. */
export const Finding = z.discriminatedUnion('kind', [
  /** Far from what the facility usually reports. */
  z.strictObject({
    kind: z.enum(['high', 'low']),
    indicator: z.string(),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    before: value,
  }),
  /** Far from the month before, where there are too few months to know what is usual. */
  z.strictObject({ kind: z.literal('jump'), indicator: z.string(), value: z.number(), before: z.number() }),
  /** A correction changes what was approved. */
  z.strictObject({ kind: z.literal('corrected'), indicator: z.string(), value, approved: value }),
  /** Every figure of the work done is that of the month before, as when a form is copied. */
  z.strictObject({ kind: z.literal('same'), month: Month }),
]);
export type Finding = z.infer<typeof Finding>;

/** How many of a facility's earlier months a report is compared with, at most. */
export const comparedMonths = 12;

/** What speaks for and against approving a report among others. */
export const Findings = z.strictObject({
  /** Whatever is unusual, the strongest first. */
  findings: z.array(Finding),
  /** Whether there are earlier months to compare with. */
  hasPast: z.boolean(),
  /** Nothing is unusual, nothing is explained, and there is something to compare with. */
  isClear: z.boolean(),
});
export type Findings = z.infer<typeof Findings>;

/** A report beside the facility's other reports. */
export function reviewed(report: MonthlyReport, reports: MonthlyReport[], indicators: Indicator[]): Findings {
  const findings = findingsOf(report, reports, indicators);
  const hasPast = reports.some((earlier) => earlier.month < report.month && countedFigures(earlier));
  return { findings, hasPast, isClear: hasPast && !report.note && findings.length === 0 };
}

interface Compared extends Past {
  indicator: Indicator;
  value?: number;
}

/** Whatever is unusual in a report, the strongest first. */
export function findingsOf(
  report: MonthlyReport,
  reports: MonthlyReport[],
  indicators: Indicator[],
): Finding[] {
  const rows = indicators.map((indicator) => ({
    indicator,
    value: report.figures[indicator.code],
    ...pastOf(indicator.code, report.month, reports),
  }));
  return [
    ...corrections(report, indicators),
    ...rows
      .flatMap(outliers)
      .toSorted((a, b) => b.strength - a.strength)
      .map(({ finding }) => finding),
    ...(isCopied(rows) ? [{ kind: 'same' as const, month: addMonths(report.month, -1) }] : []),
  ];
}

/** The indicators that findings are about. */
export function codesIn(findings: Finding[]): Set<string> {
  return new Set(findings.flatMap((finding) => (finding.kind === 'same' ? [] : [finding.indicator])));
}

function outliers({ indicator, value, usual, before }: Compared): { finding: Finding; strength: number }[] {
  if (value === undefined) return [];
  const { code } = indicator;
  // Fewer days without power than usual are good news.
  const mayFall = indicator.direction === 'circumstances';
  if (usual) {
    const strong = { ...usual, indicator: code, value, before };
    if (isUnusual(value, usual))
      return [{ finding: { kind: 'high', ...strong }, strength: ratio(value, usual.high) }];
    if (mayFall || !isUnusual(usual.low, { high: value })) return [];
    return [{ finding: { kind: 'low', ...strong }, strength: ratio(usual.low, value) }];
  }
  if (before === undefined) return [];
  const isFar = isUnusual(value, { high: before }) || (!mayFall && isUnusual(before, { high: value }));
  const strength = Math.max(ratio(value, before), ratio(before, value));
  return isFar ? [{ finding: { kind: 'jump', indicator: code, value, before }, strength }] : [];
}

/** How many times the one is the other; zero counts as one. */
function ratio(large: number, small: number): number {
  return large / Math.max(1, small);
}

function corrections({ approved, figures }: MonthlyReport, indicators: Indicator[]): Finding[] {
  if (!approved) return [];
  return indicators
    .filter(({ code }) => approved[code] !== figures[code])
    .map(({ code }) => ({
      kind: 'corrected',
      indicator: code,
      value: figures[code],
      approved: approved[code],
    }));
}

const isService = (direction: Indicator['direction']): boolean =>
  serviceDirections.some((service) => service === direction);

/** Small facilities repeat small numbers by chance: only a few figures above zero make it remarkable. */
function isCopied(rows: Compared[]): boolean {
  const work = rows.filter(({ indicator }) => isService(indicator.direction));
  const above = work.filter(({ value = 0 }) => value > 0);
  return above.length >= 4 && work.every(({ value, before }) => value === before);
}
