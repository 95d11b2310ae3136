import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import {
  eventKinds,
  type Consignment,
  type EventKind,
} from '../../../../functions/domain/equipment/consignment.ts';
import { addEvent } from '../../../../functions/domain/equipment/consignmentRules.ts';
import { consignmentRow, rowStanding } from '../../../../functions/domain/equipment/consignmentRow.ts';
import { ensureMayTell } from '../../../../functions/domain/equipment/equipmentPermissions.ts';
import { possibleEvents } from '../../../../functions/domain/equipment/possibleEvents.ts';
import { standingOf } from '../../../../functions/domain/equipment/standing.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { consignment, lviv, odesa, places, store, telling } from '../../../support/equipment.ts';

const callers: Caller[] = [
  { accountId: 'manager', name: 'Manager', role: 'manager', regions: 'all' },
  { accountId: 'lviv', name: 'Lviv', role: 'manager', regions: [lviv.region] },
  { accountId: 'odesa', name: 'Odesa', role: 'manager', regions: [odesa.region] },
  { accountId: 'head', name: 'Head', role: 'head', facilityId: lviv.placeId },
  { accountId: 'other', name: 'Other', role: 'head', facilityId: odesa.placeId },
  { accountId: 'donor', name: 'Donor', role: 'donor', donorId: 'donor-1' },
  { accountId: 'admin', name: 'Admin', role: 'admin' },
];

const regionOf = (placeId: string) => places.get(placeId)?.region ?? '';
const isWithPlace = (kind: EventKind) => kind === 'planned' || kind === 'transferOffered';

/** The consignment after an event of today, by this caller; undefined where that is refused. */
function told(before: Consignment, kind: EventKind, caller?: Caller): Consignment | undefined {
  const to = standingOf(before)?.holder?.placeId === odesa.placeId ? lviv.placeId : odesa.placeId;
  try {
    if (caller) ensureMayTell(caller, kind, before);
    const event = { kind, date: telling.today, ...(isWithPlace(kind) && { to }) };
    return addEvent(before, event, telling).after;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const begun = fc.constantFrom(lviv, store).map((place): Consignment => {
  const one = consignment();
  return { ...one, log: one.log.map((event) => ({ ...event, to: place })) };
});

test('what may happen next is what the rules then take from this caller, wherever a life has led', () => {
  const kinds = fc.array(fc.constantFrom(...eventKinds), { maxLength: 40 });
  fc.assert(
    fc.property(begun, kinds, fc.constantFrom(...callers), (first, wanted, caller) => {
      const before = wanted.reduce<Consignment>((one, kind) => told(one, kind) ?? one, first);
      const standing = standingOf(before);
      const row = consignmentRow(before);

      const taken = eventKinds.filter((kind) => told(before, kind, caller));

      expect(standing && possibleEvents(caller, standing)).toEqual(taken);
      expect(row && possibleEvents(caller, rowStanding(row, regionOf)), 'from a row').toEqual(taken);
    }),
    { numRuns: 400 },
  );
});

test('what is on its way is for its receiver to confirm, and for its manager to move', () => {
  const standing = standingOf(consignment([['shipped', '03-01']]));
  const [, lvivManager, , head] = callers;
  if (!standing || !lvivManager || !head) throw new Error('They are there.');

  expect(possibleEvents(head, standing)).toEqual(['missing', 'received', 'note']);
  expect(possibleEvents(lvivManager, standing)).toEqual(['missing', 'received', 'lost', 'note']);
});
