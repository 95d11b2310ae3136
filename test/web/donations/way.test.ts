import { expect, test } from 'vitest';
import { consignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { registerDonation } from '../../../functions/domain/equipment/agreement.ts';
import { takeUnits } from '../../../functions/domain/equipment/donation.ts';
import { sumsOf, valueOf } from '../../../web/src/lib/donation/sums.ts';
import { wayIn, wayOf } from '../../../web/src/lib/donation/way.ts';
import { testPack } from '../../support/builders.ts';
import { agreement, consignment, inUse } from '../../support/equipment.ts';

test('the way of a line’s units is told by their states, what is gone last', () => {
  const rows = [
    consignment(inUse),
    consignment(inUse, { units: 3 }),
    consignment([['shipped', '03-01']]),
    consignment([
      ['shipped', '03-01'],
      ['lost', '03-09'],
    ]),
    consignment(inUse, { source: { kind: 'state' } }),
  ].flatMap((one) => consignmentRow(one) ?? []);

  expect(wayOf('l1', rows)).toEqual([
    { state: 'shipped', units: 4 },
    { state: 'inUse', units: 7 },
    { state: 'gone', units: 4 },
  ]);
  expect(wayOf('l2', rows)).toEqual([]);
  expect(wayIn({ unitsInUse: 7, unitsShipped: 4, unitsLost: 3, unitsScrapped: 1, unitsFaulty: 2 })).toEqual(
    wayOf('l1', rows),
  );
});

test('donations add up, in US cents and in their own currency', () => {
  const on = { pack: testPack, today: '2024-12-03', solutions: [] };
  const donation = registerDonation({ donationId: 'aid', donorId: 'donor-1' }, agreement, on);
  const { after } = takeUnits(donation, 'l1', 4);

  expect(sumsOf([donation, after])).toEqual({
    pledged: { units: 20, usdCents: 543_400 },
    planned: { units: 4, usdCents: 108_680 },
  });
  expect(valueOf(donation.lines)).toBe(250_000n);
});
