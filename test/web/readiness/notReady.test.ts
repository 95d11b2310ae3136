import { expect, test } from 'vitest';
import type { ConsignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { notReadyIn } from '../../../web/src/lib/readiness/notReady.ts';

const row = (more: Partial<ConsignmentRow>): ConsignmentRow => ({
  consignmentId: 'aid.1',
  source: { kind: 'donation', donationId: 'aid', donorId: 'donor-1', lineId: 'l1' },
  equipmentType: 'tablet',
  solutionId: 'monitoring',
  units: 1,
  usdCents: 1,
  state: 'planned',
  since: '2024-11-01',
  lastEventOn: '2024-11-01',
  region: 'UA-46',
  placeId: 'UA-0001',
  ...more,
});
const names = { en: 'Place' };
const places = [
  { placeId: 'UA-0001', names, region: 'UA-46' },
  { placeId: 'UA-0002', names, region: 'UA-46', readyFor: ['monitoring'] },
  { placeId: 'UA-W01', names, region: 'UA-46' },
];
const first = { placeId: 'UA-0001', solutionId: 'monitoring' };

test.each<[string, Partial<ConsignmentRow>[], object[]]>([
  ['a place at which nobody has looked, once', [{}, {}], [first]],
  ['not one that is ready', [{ placeId: 'UA-0002' }], []],
  [
    'one that is ready for something else',
    [{ placeId: 'UA-0002', solutionId: 'other' }],
    [{ placeId: 'UA-0002', solutionId: 'other' }],
  ],
  ['not a warehouse', [{ placeId: 'UA-W01' }], []],
  [
    'where units of a warehouse go on to',
    [{ state: 'received', placeId: 'UA-W01', destinationId: 'UA-0001' }],
    [first],
  ],
  ['not what has left already', [{ state: 'shipped' }, { state: 'inUse' }], []],
  ['not between facilities', [{ state: 'inUse', placeId: 'UA-0002', destinationId: 'UA-0001' }], []],
])('the places that are not ready: %s', (_, rows, expected) => {
  expect(notReadyIn(rows.map(row), places)).toEqual(expected);
});

test('units of no solution need nothing', () => {
  const { solutionId: _, ...none } = row({});

  expect(notReadyIn([none], places)).toEqual([]);
});
