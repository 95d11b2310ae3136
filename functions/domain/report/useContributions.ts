import { daysIn } from '../calendar.ts';
import type { Amounts, Contribution, Scope } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { attributed } from '../equipment/attribution.ts';
import { chainScopes, donorOf, donorScope } from '../equipment/chain/chainScopes.ts';
import type { EquipmentInUse } from '../equipment/equipmentInUse.ts';
import { attributedFigure, supportedFigure } from '../equipment/attributedFigures.ts';
import type { Figures } from './indicator.ts';
import type { MonthlyReport, ReportedAdoption } from './monthlyReport.ts';

/** With fewer days of power and of internet, a month in which equipment was not used says nothing of it. */
const daysToUse = 15;

/**
 * What the approved figures say of the equipment in use: units of a solution were used where one of its indicators is above
 * zero, and were not where all are zero although power and internet were there; else it is not known. A donor has her
 * share of each figure, and beside it the whole of the facilities where she has one.
 */
export function useContributions(report: MonthlyReport, pack: CountryPack): Contribution[] {
  const { approved, approvedAdopted = [], approvedEquipment = [] } = report;
  if (!approved) return [];
  const at = { row: report.region, month: report.month };
  return approvedAdopted.flatMap((adoption) => {
    const inUse = approvedEquipment.filter(({ solutionId }) => solutionId === adoption.solutionId);
    const use = useOf(report, approved, adoption, pack);
    const units = inUse.flatMap((one) =>
      scopesOf(one).map((scope) => ({ scope, ...at, amounts: amountsOf(one, use) })),
    );
    return [...units, ...shares(approved, adoption, inUse, pack).map((one) => ({ ...one, ...at }))];
  });
}

type Use = 'used' | 'notUsed' | 'notKnown';

/** Whether a solution was used in a month of approved figures. A figure that is missing is not zero. */
function useOf(
  { month }: Pick<MonthlyReport, 'month'>,
  approved: Figures,
  { indicators }: ReportedAdoption,
  { indicators: all }: Pick<CountryPack, 'indicators'>,
): Use {
  if (indicators.some((code) => (approved[code] ?? 0) > 0)) return 'used';
  const isZero = indicators.length > 0 && indicators.every((code) => approved[code] === 0);
  const outages = all.filter(({ direction, unit }) => direction === 'circumstances' && unit === 'days');
  const couldUse = outages.every(({ code }) => (approved[code] ?? Infinity) <= daysIn(month) - daysToUse);
  return isZero && couldUse ? 'notUsed' : 'notKnown';
}

/** The country's is of all equipment; those in which the chain is followed are of what is given. */
function scopesOf({ source, equipmentType, solutionId }: EquipmentInUse): Scope[] {
  const donorId = donorOf(source);
  return donorId === undefined
    ? ['country']
    : ['country', ...chainScopes({ donorId, equipmentType, solutionId })];
}

function amountsOf({ source, units, usdCents }: EquipmentInUse, use: Use): Amounts {
  const cents = donorOf(source) === undefined ? 0 : usdCents;
  if (use === 'notUsed') return { unitsNotUsed: units, aidNotUsedUsd: cents };
  return use === 'used' ? { unitsUsed: units, aidUsedUsd: cents } : {};
}

/** Each donor's share of a solution's own figures, and the whole figures beside it. General figures are nobody's. */
function shares(
  approved: Figures,
  { indicators }: ReportedAdoption,
  inUse: EquipmentInUse[],
  pack: CountryPack,
): Pick<Contribution, 'scope' | 'amounts'>[] {
  const own = pack.indicators.filter(({ code, asked }) => asked && indicators.includes(code));
  return own.flatMap(({ code }) => {
    const figure = approved[code] ?? 0;
    return [...attributed(figure, inUse)].flatMap(([source, share]) => {
      const donorId = donorOf(source);
      if (donorId === undefined) return [];
      const amounts = { [attributedFigure(code)]: share, [supportedFigure(code)]: figure };
      return [{ scope: donorScope(donorId), amounts }];
    });
  });
}
