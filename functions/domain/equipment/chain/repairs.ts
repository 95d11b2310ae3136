import { addMonths, daysFrom, type Month } from '../../calendar.ts';
import type { Contribution, Scope } from '../../contribution.ts';
import type { CountryPack, RegionCode } from '../../countryPack.ts';
import { regionInMonth } from '../../facility/facilityRegion.ts';
import type { Consignment } from '../consignment.ts';
import { repairedWithin } from './chain.ts';
import { donorScope } from './chainScopes.ts';
import { dayClassOf } from './dayClasses.ts';
import { countedMonth } from '../countedMonth.ts';
import { isEnded, placeOf, type Step } from '../standing.ts';

/** The scope in which repairs are counted, of equipment of every source. */
export const repairsScope: Scope = 'repairs:all';

/** What a row of that scope counts. */
export interface RepairsRow {
  region: RegionCode;
  equipmentType: string;
  solutionId?: string;
}

const rowPattern = /^([A-Z]{2}-[A-Z0-9]{1,3})~([a-zA-Z][a-zA-Z0-9]*)~([a-z][a-z0-9-]{2,39})?$/;

/** A row of the scope as what it counts; undefined for what is none. */
export function repairsRowOf(row: string): RepairsRow | undefined {
  const [, region, equipmentType, solutionId] = rowPattern.exec(row) ?? [];
  if (region === undefined || equipmentType === undefined) return undefined;
  return { region, equipmentType, ...(solutionId !== undefined && { solutionId }) };
}

/** A fault counts in the month in which it was mended, or in which the units came to their end with it: each unit's days. */
export function repairContributions(
  steps: Step[],
  {
    equipmentType,
    solution,
    source,
    units,
  }: Pick<Consignment, 'equipmentType' | 'solution' | 'source' | 'units'>,
  pack: CountryPack,
): Contribution[] {
  return steps.flatMap(({ event, standing }, index) => {
    const { faultySince } = steps[index - 1]?.standing ?? {};
    const isRepaired = event.kind === 'repaired';
    const isOver = isRepaired || isEnded(standing);
    if (!faultySince || !isOver) return [];
    const month = countedMonth(event.date, pack);
    const region = regionInMonth(placeOf(standing), month);
    const days = daysFrom(faultySince, event.date);
    const over = { downtimeDays: units * days, ...(isRepaired && { repairs: units }) };
    const ofAll = { scope: repairsScope, row: `${region}~${equipmentType}~${solution?.solutionId ?? ''}` };
    const all = { ...ofAll, month, amounts: over };
    if (source.kind !== 'donation' || !isRepaired) return [all];
    // A donor is told of half of the repairs how long they took, as of every step.
    const amounts = { repairs: units, [repairedWithin(dayClassOf(days))]: units };
    return [all, { scope: donorScope(source.donorId), row: region, month, amounts }];
  });
}

/** What a row of that scope sums to. */
export interface Repairs extends RepairsRow {
  repairs: number;
  downtimeDays: number;
}

/** The first of the twelve months that are told of in a month. */
export const repairsSince = (month: Month): Month => addMonths(month, -11);

/** The repairs of these regions and months, added up by region, type and solution. */
export function repairsIn(
  rows: Contribution[],
  { since, until, regions }: { since: Month; until: Month; regions: RegionCode[] },
): Repairs[] {
  const wanted = rows.filter(({ month }) => since <= month && month <= until);
  return [...Map.groupBy(wanted, ({ row }) => row)].flatMap(([row, own]) => {
    const of = repairsRowOf(row);
    if (!of || !regions.includes(of.region)) return [];
    const sum = (name: string) => own.reduce((all, { amounts }) => all + (amounts[name] ?? 0), 0);
    const [repairs, downtimeDays] = [sum('repairs'), sum('downtimeDays')];
    return repairs !== 0 || downtimeDays !== 0 ? [{ ...of, repairs, downtimeDays }] : [];
  });
}
