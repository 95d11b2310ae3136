import type { Day } from '#functions/domain/calendar.ts';
import { firstEquipmentDay, mostUnits } from '#functions/domain/equipment/bounds.ts';
import type { StockEntry, ToldEvent } from '#functions/domain/equipment/consignment.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  equipmentType: string;
  units: string;
  source: StockEntry['source']['kind'];
  sourceName: string;
  solutionId: string;
  receivedOn: Day;
  /** Empty where they are not installed, or not used yet. */
  installedOn: string;
  firstUsedOn: string;
}

/** The form of equipment that is already somewhere. */
export function emptyForm(): Typed {
  return {
    equipmentType: '',
    units: '',
    source: 'unknown',
    sourceName: '',
    solutionId: '',
    receivedOn: '',
    installedOn: '',
    firstUsedOn: '',
  };
}

/** The fields that are not right yet. */
export function faultyFields(typed: Typed, today: Day): string[] {
  const { equipmentType, receivedOn, installedOn, firstUsedOn } = typed;
  const units = typed.units.trim();
  const isWithin = (day: string) => day >= firstEquipmentDay && day <= today;
  const isRight: Record<string, boolean> = {
    equipmentType: equipmentType !== '',
    units: /^\d{1,6}$/.test(units) && Number(units) >= 1 && Number(units) <= mostUnits,
    receivedOn: isWithin(receivedOn),
    installedOn: !installedOn || (isWithin(installedOn) && installedOn >= receivedOn),
    firstUsedOn: !firstUsedOn || (isWithin(firstUsedOn) && installedOn !== '' && firstUsedOn >= installedOn),
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The form as the API takes it, for equipment at this place. */
export function stockIn(typed: Typed, consignmentId: string, placeId: string): StockEntry {
  const { equipmentType, source, solutionId, receivedOn, installedOn, firstUsedOn } = typed;
  const name = typed.sourceName.trim();
  const log: ToldEvent[] = [
    { kind: 'planned', date: receivedOn, to: placeId },
    { kind: 'shipped', date: receivedOn },
    { kind: 'received', date: receivedOn },
    ...(installedOn ? [{ kind: 'installed' as const, date: installedOn }] : []),
    ...(firstUsedOn ? [{ kind: 'firstUse' as const, date: firstUsedOn }] : []),
  ];
  return {
    consignmentId,
    source: { kind: source, ...(name && { name }) },
    equipmentType,
    ...(solutionId && { solutionId }),
    units: Number(typed.units),
    log,
  };
}
