import { monthOf, type Month } from './calendar.ts';
import type { RegionCode } from './countryPack.ts';
import type { Facility, Stage } from './facility.ts';
import { stageFigure } from './figure.ts';
import type { Figures, Indicator } from './indicator.ts';
import { countedFigures, type MonthlyReport } from './monthlyReport.ts';

/** What a record adds to progress in one region and month: amounts by figure name, never zero. */
export interface Contribution {
  region: RegionCode;
  month: Month;
  amounts: Record<string, number>;
}

/** A facility counts once in the stage it is in: each change adds to the new stage and takes from the old, in its month. */
export function facilityContributions(facility: Facility): Contribution[] {
  return summed(
    facility.stages.flatMap(({ stage, date }, index) => {
      const at = { region: facility.region, month: monthOf(date) };
      const before = facility.stages[index - 1];
      const leaves = before ? [{ ...at, amounts: stageAmounts(before.stage, -1) }] : [];
      return [...leaves, { ...at, amounts: stageAmounts(stage, 1) }];
    }),
  );
}

/** A live facility is also one that owes a report each month. */
function stageAmounts(stage: Stage, amount: number): Record<string, number> {
  return { [stageFigure(stage)]: amount, ...(stage === 'live' && { reportsExpected: amount }) };
}

/** A report counts its figures once it is submitted, and once more under `approved.` when they are approved. */
export function reportContributions(report: MonthlyReport, indicators: Indicator[]): Contribution[] {
  const counted = countedFigures(report);
  if (!counted) return [];
  const amounts = {
    ...figureAmounts(counted, indicators, ''),
    ...(report.approved && figureAmounts(report.approved, indicators, 'approved.')),
    reportsReceived: 1,
    reportsOnTime: report.onTime ? 1 : 0,
    reportsApproved: report.approved ? 1 : 0,
  };
  return summed([{ region: report.region, month: report.month, amounts }]);
}

function figureAmounts(figures: Figures, indicators: Indicator[], prefix: string): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const { code, countsAs } of indicators) {
    const value = figures[code] ?? 0;
    amounts[prefix + code] = value;
    if (countsAs) amounts[prefix + countsAs] = (amounts[prefix + countsAs] ?? 0) + value;
  }
  return amounts;
}

/** What a write changes: after minus before, by region and month, without what stays the same. */
export function difference(before: Contribution[], after: Contribution[]): Contribution[] {
  const taken = before.map((c) => ({ ...c, amounts: mapAmounts(c.amounts, (amount) => -amount) }));
  return summed([...taken, ...after]);
}

/** Contributions added up to one per region and month; zero amounts and empty ones are left out. */
export function summed(contributions: Contribution[]): Contribution[] {
  const rows = new Map<string, Contribution>();
  for (const { region, month, amounts } of contributions) {
    const key = `${month}#${region}`;
    const row = rows.get(key) ?? { region, month, amounts: {} };
    for (const [name, amount] of Object.entries(amounts))
      row.amounts[name] = (row.amounts[name] ?? 0) + amount;
    rows.set(key, row);
  }
  return [...rows.values()]
    .map((row) => ({ ...row, amounts: withoutZeros(row.amounts) }))
    .filter((row) => Object.keys(row.amounts).length > 0);
}

function withoutZeros(amounts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}

function mapAmounts(
  amounts: Record<string, number>,
  change: (amount: number) => number,
): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, change(amount)]));
}
