import type { Amounts, Contribution, Scope } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { attributed } from '../equipment/attribution.ts';
import { chainScopes, donorOf, donorScope, solutionScope } from '../equipment/chain/chainScopes.ts';
import type { EquipmentInUse } from '../equipment/equipmentInUse.ts';
import { attributedFigure, supportedFigure } from '../equipment/attributedFigures.ts';
import { coverCode } from './cover.ts';
import type { Figures } from './indicator.ts';
import type { MonthlyReport, ReportedAdoption } from './monthlyReport.ts';
import { useOf, type MonthlyUse } from './monthlyUse.ts';

/**
 * What the approved figures say of the equipment in use: which units were used and which were not. A donor has her share of
 * each figure, and beside it the whole of the facilities where she has one.
 */
export function useContributions(report: MonthlyReport, pack: CountryPack): Contribution[] {
  const { approved, approvedAdopted = [], approvedEquipment = [] } = report;
  if (!approved) return [];
  const at = { row: report.region, month: report.month };
  return approvedAdopted.flatMap((adoption) => {
    const inUse = approvedEquipment.filter(({ solutionId }) => solutionId === adoption.solutionId);
    const use = useOf(report, adoption.solutionId, pack);
    const people = approved[coverCode(adoption.solutionId)];
    const units = inUse.flatMap((one) => {
      const amounts = { ...amountsOf(one, use), ...(people !== undefined && staffed(one, use, people)) };
      return scopesOf(one).map((scope) => ({ scope, ...at, amounts }));
    });
    const shared = shares(approved, adoption, inUse, pack);
    return [
      ...units,
      ...[...shared, ...ableToUse(adoption, inUse, people)].map((one) => ({ ...one, ...at })),
    ];
  });
}

/** The country's is of all equipment; those in which the chain is followed are of what is given. */
function scopesOf({ source, equipmentType, solutionId }: EquipmentInUse): Scope[] {
  const donorId = donorOf(source);
  return donorId === undefined
    ? ['country']
    : ['country', ...chainScopes({ donorId, equipmentType, solutionId })];
}

function amountsOf({ source, units, usdCents }: EquipmentInUse, use: MonthlyUse): Amounts {
  const cents = donorOf(source) === undefined ? 0 : usdCents;
  if (use === 'notUsed') return { unitsNotUsed: units, aidNotUsedUsd: cents };
  return use === 'used' ? { unitsUsed: units, aidUsedUsd: cents } : {};
}

/** Whether there was anyone who could use the units: who uses them can. */
function staffed({ source, units, usdCents }: EquipmentInUse, use: MonthlyUse, people: number): Amounts {
  const cents = donorOf(source) === undefined ? 0 : usdCents;
  if (people === 0 && use !== 'used') return { unitsUnstaffed: units, aidUnstaffedUsd: cents };
  const idle = use === 'notUsed' && { unitsStaffedNotUsed: units, aidStaffedNotUsedUsd: cents };
  return { unitsStaffed: units, aidStaffedUsd: cents, ...idle };
}

/** Those who can use a solution, in the country's progress, the solution's, and that of each donor whose equipment it is. */
function ableToUse(
  { solutionId }: ReportedAdoption,
  inUse: EquipmentInUse[],
  people: number | undefined,
): Pick<Contribution, 'scope' | 'amounts'>[] {
  if (people === undefined) return [];
  const donors = new Set(inUse.flatMap(({ source }) => donorOf(source) ?? []));
  const scopes: Scope[] = ['country', solutionScope(solutionId), ...[...donors].map(donorScope)];
  return scopes.map((scope) => ({ scope, amounts: { staffAbleToUse: people } }));
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
