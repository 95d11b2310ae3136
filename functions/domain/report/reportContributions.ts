import { summed, type Amounts, type Contribution } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { approvedName, catalogueOf, valueIn, type Figure } from '../figureCatalogue.ts';
import { capabilitiesUsed } from './capabilitiesUsed.ts';
import type { Figures } from './indicator.ts';
import { countedFigures, type MonthlyReport } from './monthlyReport.ts';
import { capabilityFigure } from '../solution/solutionFigures.ts';
import { outsideScope } from '../toldOutside.ts';
import { useContributions } from './useContributions.ts';

/** A report counts its figures once it is submitted, and their approved part when they are approved. */
export function reportContributions(report: MonthlyReport, pack: CountryPack): Contribution[] {
  const counted = countedFigures(report);
  if (!counted) return [];
  const reported = [...catalogueOf(pack).values()].filter(({ indicators }) => indicators.length > 0);
  const amounts = {
    ...amountsOf(counted, reported, (name) => name),
    ...(report.approved && amountsOf(report.approved, reported, approvedName)),
    ...usesIn(report, pack),
    reportsReceived: 1,
    reportsOnTime: report.onTime ? 1 : 0,
    reportsApproved: report.approved ? 1 : 0,
    reportsAwaitingReview: report.status === 'submitted' ? 1 : 0,
  };
  const at = { row: report.region, month: report.month };
  return summed([
    { scope: 'country', ...at, amounts },
    { scope: outsideScope, ...at, amounts: { reportsApproved: amounts.reportsApproved } },
    ...useContributions(report, pack),
  ]);
}

function amountsOf(figures: Figures, catalogue: Figure[], nameOf: (name: string) => string): Amounts {
  return Object.fromEntries(catalogue.map((figure) => [nameOf(figure.name), valueIn(figures, figure)]));
}

/** One for each of the country's capabilities that are used. */
function usesIn(report: MonthlyReport, { capabilities }: CountryPack): Amounts {
  const used = capabilitiesUsed(report);
  return Object.fromEntries(
    capabilities
      .filter(({ code }) => used.has(code))
      .map(({ code }) => [capabilityFigure('facilitiesUsing', code), 1]),
  );
}
