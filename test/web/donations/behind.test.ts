import { expect, test } from 'vitest';
import type { Consignment } from '../../../functions/domain/equipment/consignment.ts';
import { consignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { behindIn, consignmentsBehind } from '../../../web/src/routes/(in)/donations/[donationId]/behind.ts';
import { consignment } from '../../support/equipment.ts';

const row = (more: Partial<Consignment>) => consignmentRow(consignment([], more)) ?? [];
const source = { kind: 'donation' as const, donationId: 'aid', donorId: 'donor-1' };

test('a line knows which of its consignments count at an older rate', () => {
  const consignments = [
    row({ source: { ...source, lineId: 'l1' } }),
    row({ source: { ...source, lineId: 'l1' }, rateCorrections: 1 }),
    row({ source: { ...source, lineId: 'l1' }, rateCorrections: 2 }),
    row({ source: { ...source, lineId: 'l2' } }),
  ].flat();

  expect(consignmentsBehind({ lineId: 'l1', rateCorrections: 2 }, consignments)).toEqual({ n: 2, all: 3 });
  expect(consignmentsBehind({ lineId: 'l2' }, consignments)).toEqual({ n: 0, all: 1 });
});

test('of a donation without such a line nothing is behind', () => {
  expect(behindIn({ lines: [] }, 'l1')).toBe(0);
});
