import type { MonthlyReport } from './monthlyReport.ts';

/** The capabilities that a report's approved figures show in use, each once, however many of its solutions do. */
export function capabilitiesUsed({
  approved = {},
  approvedAdopted = [],
}: Pick<MonthlyReport, 'approved' | 'approvedAdopted'>): ReadonlySet<string> {
  return new Set(
    approvedAdopted
      .filter(({ indicators }) => indicators.some((code) => (approved[code] ?? 0) > 0))
      .map(({ capability }) => capability),
  );
}
