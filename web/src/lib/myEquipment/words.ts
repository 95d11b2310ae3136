import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { EventKind } from '#functions/domain/equipment/consignment.ts';
import type { Problem } from '#lib/api/errors.ts';
import { eventWords, typeName } from '#lib/equipment/labels.ts';
import { day } from '#lib/i18n/format.ts';
import type { EquipmentEntry } from './equipmentCommands.ts';
import type { Item } from './desk.ts';

/** Units in a few words: `4 × Video terminal`. */
export function unitsWords(
  { units, equipmentType }: Pick<Item['row'], 'units' | 'equipmentType'>,
  pack: Pick<CountryPack, 'equipmentTypes'>,
): string {
  return m.unitsOf({ n: units, type: typeName(equipmentType, pack) });
}

/** What a command that waits on this device says, such as `2 of 4 came, 1 damaged`. */
export function entryWords(entry: EquipmentEntry, sent: number): string {
  if (entry.route === 'consignments.register') return m.cameUnannounced();
  if (entry.route === 'consignments.receive') {
    const { working, damaged } = entry.body;
    return m.receiptSays({ came: working + damaged, n: sent, damaged });
  }
  const { kind, date, units } = entry.body;
  const what = `${eventWords[kind]({ place: '' })}, ${day(date)}`;
  return units ? m.unitsOf({ n: units, type: what }) : what;
}

/** Why the server did not take a command on equipment. */
export function refusedEquipment(code: Problem['code']): string {
  if (code === 'dateNotAllowed') return m.refusedEquipmentDay();
  if (code === 'tooHigh') return m.refusedEquipmentUnits();
  if (code === 'notFound' || code === 'forbidden') return m.refusedEquipmentGone();
  return code === 'wrongState' ? m.refusedEquipmentState() : m.refusedForm();
}

/** What a head tells of by an own button; receipts have a form of their own. */
export function isToldByButton(kind: EventKind): boolean {
  return kind !== 'received' && kind !== 'missing';
}
