import { describe, expect, test } from 'vitest';
import type { ConsignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { consignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { equipmentDesk, itemOf } from '../../../web/src/lib/myEquipment/desk.ts';
import {
  eventOf,
  receiptOf,
  registrationOf,
  type EquipmentEntry,
} from '../../../web/src/lib/myEquipment/equipmentCommands.ts';
import { emptyStock, stockOf } from '../../../web/src/lib/myEquipment/unannounced.ts';
import { consignment, inUse, odesa, type Told } from '../../support/equipment.ts';

const facility = { facilityId: 'UA-0001', region: 'UA-46' };
const about = { consignmentId: 'aid.1', placeId: facility.facilityId };

function rowOf(told: Told[]): ConsignmentRow {
  const row = consignmentRow(consignment(told));
  if (!row) throw new Error('It is struck out.');
  return row;
}

const knownOf = (told: Told[], waiting: EquipmentEntry[] = []) => ({
  ...facility,
  consignments: [rowOf(told)],
  places: [],
  waiting,
});
const groupsOf = (told: Told[], waiting: EquipmentEntry[] = []) =>
  Object.entries(equipmentDesk(knownOf(told, waiting)))
    .filter(([, items]) => items.length > 0)
    .map(([group]) => group);
const installedToday = eventOf(about, { kind: 'installed', date: '2024-12-03' });

describe('what a head is asked about', () => {
  test.each<[string, Told[], string[]]>([
    ['what is planned', [], ['planned']],
    ['what is on its way', inUse.slice(0, 1), ['arriving']],
    ['what came', inUse.slice(0, 2), ['here']],
    ['what is offered to another', [...inUse, ['transferOffered', '05-01', { to: odesa.placeId }]], ['here']],
    ['what is lost', [...inUse.slice(0, 1), ['lost', '05-01']], []],
  ])('%s', (_, told, groups) => {
    expect(groupsOf(told)).toEqual(groups);
  });

  test('what another facility offers', () => {
    const offered = rowOf([...inUse, ['transferOffered', '05-01', { to: odesa.placeId }]]);
    const desk = equipmentDesk({
      facilityId: odesa.placeId,
      region: odesa.region,
      consignments: [offered],
      places: [],
      waiting: [],
    });

    expect(desk.offered).toHaveLength(1);
    expect(desk.here).toEqual([]);
  });

  test('a delivery that was confirmed on this device stays to be seen there until it has arrived', () => {
    const receipt = receiptOf(about, { date: '2024-03-10', working: 3, damaged: 1 });

    expect(groupsOf(inUse.slice(0, 1), [receipt])).toEqual(['arriving']);
    expect(itemOf(knownOf(inUse.slice(0, 1), [receipt]), 'aid.1')?.entries).toEqual([receipt]);
  });
});

describe('what waits on the device', () => {
  test('counts at once, so that what follows can be told too', () => {
    const item = itemOf(knownOf(inUse.slice(0, 2), [installedToday]), 'aid.1');

    expect(item?.standing).toMatchObject({ state: 'installed', since: '2024-12-03' });
  });

  test('counts no more once it was refused', () => {
    const refused = { ...installedToday, refused: 'dateNotAllowed' } as const;

    expect(itemOf(knownOf(inUse.slice(0, 2), [refused]), 'aid.1')?.standing.state).toBe('received');
  });

  test('takes its units along, and the others stay as they are', () => {
    const broken = eventOf(about, { kind: 'fault', date: '2024-12-03', reason: 'broken', units: 1 });
    const item = itemOf(knownOf(inUse, [broken]), 'aid.1');

    expect(item?.row.units).toBe(3);
    expect(item?.standing.faultySince).toBeUndefined();
  });

  test('changes nothing where it cannot happen any more', () => {
    expect(itemOf(knownOf(inUse, [installedToday]), 'aid.1')?.standing.state).toBe('inUse');
  });

  test('is in the list when it was entered here, once', () => {
    const typed = { ...emptyStock('2024-12-03'), equipmentType: 'tablet', units: '2' };
    const entry = registrationOf(stockOf(typed, facility.facilityId));
    const known = { ...knownOf([], [entry]), consignments: [] };
    const [item] = equipmentDesk(known).here;

    expect(item?.row).toMatchObject({ equipmentType: 'tablet', units: 2, state: 'received' });
    const arrived = { ...known, consignments: item ? [item.row] : [] };
    expect(equipmentDesk(arrived).here).toHaveLength(1);
  });
});
