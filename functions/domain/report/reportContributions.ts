import { addedUp, summed, type Amounts, type Contribution } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { donorOf } from '../equipment/chain/chainScopes.ts';
import { approvedName, catalogueOf, valueIn, type Figure } from '../figureCatalogue.ts';
import { capabilitiesUsed } from './capabilitiesUsed.ts';
import type { Figures } from './indicator.ts';
import { countedFigures, type MonthlyReport } from './monthlyReport.ts';
import { capabilityFigure } from '../solution/solutionFigures.ts';
import { reportersScope } from '../release/reporters.ts';
import { outsideScope } from '../toldOutside.ts';
import { useContributions } from './useContributions.ts';

/** A report counts its figures once it is submitted, and their approved part when they are approved. */
export function reportContributions(report: MonthlyReport, pack: CountryPack): Contribution[] {
  const counted = countedFigures(report);
  if (!counted) return [];
  const reported = reportedFigures(pack);
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
  const use = useContributions(report, pack);
  return summed([
    { scope: 'country', ...at, amounts },
    { scope: outsideScope, ...at, amounts: { reportsApproved: amounts.reportsApproved } },
    ...use,
    ...reporters(report, use, pack),
  ]);
}

/** That it is one of those who have anything of a figure about people, in the country and of each donor's share. */
function reporters(
  { approved, region: row, month }: MonthlyReport,
  use: Contribution[],
  pack: CountryPack,
): Contribution[] {
  if (!approved) return [];
  const catalogue = catalogueOf(pack);
  const all = {
    scope: 'country' as const,
    row,
    month,
    amounts: amountsOf(approved, reportedFigures(pack), (name) => name),
  };
  const told = use.filter(({ scope }) => scope === 'country' || donorOf(scope) !== undefined);
  return addedUp([all, ...told]).map(({ scope, amounts }) => ({
    scope: reportersScope(scope),
    row,
    month,
    amounts: Object.fromEntries(
      Object.entries(amounts)
        .filter(([name, amount]) => amount > 0 && catalogue.get(name)?.isAboutPeople)
        .map(([name]) => [name, 1]),
    ),
  }));
}

const reportedFigures = (pack: CountryPack): Figure[] =>
  [...catalogueOf(pack).values()].filter(({ indicators }) => indicators.length > 0);

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
