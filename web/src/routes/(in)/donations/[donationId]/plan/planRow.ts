import type { RefusalCode } from '#functions/domain/refusal.ts';

/** A place to choose, as lists name it. */
export interface PlaceChoice {
  placeId: string;
  name: string;
  /** Its settlement and region. */
  where: string;
}

/** A row of a plan: a place, the units that are to go there, and what became of it. */
export interface PlanRow {
  key: string;
  placeId: string;
  /** Undefined where no such place is known. */
  place?: PlaceChoice;
  /** As they were typed. */
  units: string;
  consignmentId?: string;
  refused?: RefusalCode;
}

/** Why a row cannot be sent. */
export type PlanFault = 'unknownPlace' | 'noUnits' | 'twice' | 'moreThanLeft';

/** The units of a row; undefined where they are none. */
export function unitsOf({ units }: Pick<PlanRow, 'units'>): number | undefined {
  const digits = units.replace(/\s/g, '');
  return /^\d{1,6}$/.test(digits) && Number(digits) >= 1 ? Number(digits) : undefined;
}

/** What is left of a line once these rows have theirs; below zero where they ask for more. */
export function leftAfter(left: number, rows: PlanRow[]): number {
  return rows.reduce((rest, row) => rest - (unitsOf(row) ?? 0), left);
}

/** What is wrong with rows, by their keys: in their order, as the units are given out. */
export function faultsOf(rows: PlanRow[], left: number): Map<string, PlanFault> {
  const seen = new Set<string>();
  const faults = new Map<string, PlanFault>();
  let rest = left;
  for (const row of rows) {
    const units = unitsOf(row);
    const isTwice = seen.has(row.placeId);
    seen.add(row.placeId);
    if (!row.place) faults.set(row.key, 'unknownPlace');
    else if (isTwice) faults.set(row.key, 'twice');
    else if (units === undefined) faults.set(row.key, 'noUnits');
    else if (units > rest) faults.set(row.key, 'moreThanLeft');
    else rest -= units;
  }
  return faults;
}
