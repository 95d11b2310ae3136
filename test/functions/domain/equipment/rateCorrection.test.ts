import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Consignment } from '../../../../functions/domain/equipment/consignment.ts';
import { editDonation, registerDonation } from '../../../../functions/domain/equipment/agreement.ts';
import { giveBack, type Agreement, type Donation } from '../../../../functions/domain/equipment/donation.ts';
import { donationContributions } from '../../../../functions/domain/equipment/donationContributions.ts';
import { isBehindRate, unitsLeft } from '../../../../functions/domain/equipment/lineUnits.ts';
import { planUnits } from '../../../../functions/domain/equipment/planUnits.ts';
import {
  correctRate,
  followRate,
  RateCorrection,
} from '../../../../functions/domain/equipment/rateCorrection.ts';
import { testPack } from '../../../support/builders.ts';
import { agreement, lviv, telling } from '../../../support/equipment.ts';

const today = '2024-12-03';
const ids = { donationId: 'aid', donorId: 'donor-1' };
const ofLine = (more: object): Agreement => ({
  ...agreement,
  lines: agreement.lines.map((line) => ({ ...line, ...more })),
});
const register = (given: Agreement) => registerDonation(ids, given, { pack: testPack, today, solutions: [] });
const donation = register(agreement);
const right = { usdRate: '1.1', usdRateOn: '2024-01-16' };
const plan = (known: Donation, units: number) =>
  planUnits(known, { lineId: 'l1', placeId: lviv.placeId, units, date: '2024-02-01' }, undefined, telling);

describe('a wrong rate that is corrected', () => {
  const first = plan(donation, 4);
  const corrected = correctRate(first.donation, 'l1', right, today);

  test('counts at once in the pledge, and what is in consignments is behind', () => {
    expect(corrected.lines).toMatchObject([
      {
        ...right,
        usdCents: 275_000,
        planned: { units: 4, usdCents: 108_680 },
        behind: { units: 4, usdCents: 108_680 },
      },
    ]);
    expect(donationContributions(corrected, testPack)[0]?.amounts).toMatchObject({ aidPledgedUsd: 275_000 });
  });

  test('is followed by a consignment, once', () => {
    const followed = followRate(corrected, first.consignment);

    expect(followed.consignment).toMatchObject({ usdCents: 110_000, rateCorrections: 1, version: 2 });
    expect(followed.donation.lines[0]).toMatchObject({ planned: { units: 4, usdCents: 110_000 } });
    expect(followed.donation.lines[0]).not.toHaveProperty('behind');
    expect(() => followRate(followed.donation, followed.consignment)).toThrow(
      expect.objectContaining({ code: 'wrongState' }),
    );
  });

  test('is what units are planned with meanwhile, and what the last are worth', () => {
    const { consignment, donation: after } = plan(corrected, 6);

    expect(consignment).toMatchObject({ usdCents: 165_000, rateCorrections: 1 });
    expect(isBehindRate(after.lines[0] ?? {}, consignment)).toBe(false);
    expect(followRate(after, first.consignment).donation.lines[0]).toMatchObject({
      planned: { units: 10, usdCents: 275_000 },
    });
  });

  test('leaves a line of which the plan is struck out meanwhile as if it had never been', () => {
    const back = giveBack(corrected, 'l1', first.consignment);

    expect(back.lines[0]).toMatchObject({ planned: { units: 0, usdCents: 0 } });
    expect(back.lines[0]).not.toHaveProperty('behind');
  });

  test('stays corrected where the agreement is edited meanwhile', () => {
    const on = { pack: testPack, today, solutions: [] };
    const edited = editDonation(corrected, ofLine({ ...right, quantity: 8 }), on);

    expect(edited.lines[0]).toMatchObject({
      usdCents: 220_000,
      rateCorrections: 1,
      behind: { units: 4, usdCents: 108_680 },
    });
  });

  test('of which only the day was wrong is worth the same: nothing has to follow', () => {
    const { lines } = correctRate(
      first.donation,
      'l1',
      { usdRate: '1.0868', usdRateOn: '2024-01-16' },
      today,
    );

    expect(lines[0]).toEqual({ ...first.donation.lines[0], usdRateOn: '2024-01-16' });
  });

  test.each<[string, Donation, string, object, string, string]>([
    ['is no line', donation, 'l2', right, 'notFound', 'lineId'],
    [
      'is the rate that it has',
      donation,
      'l1',
      { usdRate: '1.0868', usdRateOn: '2024-01-15' },
      'invalid',
      'usdRate',
    ],
    [
      'the same with a zero more',
      donation,
      'l1',
      { usdRate: '1.08680', usdRateOn: '2024-01-15' },
      'invalid',
      'usdRate',
    ],
    ['is of tomorrow', donation, 'l1', { ...right, usdRateOn: '2024-12-04' }, 'dateNotAllowed', 'usdRateOn'],
    [
      'is of the last century',
      donation,
      'l1',
      { ...right, usdRateOn: '1999-12-31' },
      'dateNotAllowed',
      'usdRateOn',
    ],
    [
      'makes it worth more than a line can be',
      register(ofLine({ quantity: 100_000, unitValue: 9_000_000 })),
      'l1',
      { ...right, usdRate: '2' },
      'tooHigh',
      'usdRate',
    ],
    [
      'is of a dollar',
      register({ ...ofLine({ usdRate: '1' }), currency: 'USD' }),
      'l1',
      right,
      'invalid',
      'usdRate',
    ],
  ])('%s: refused', (_, known, lineId, rate, code, field) => {
    expect(() => correctRate(known, lineId, { ...right, ...rate }, today)).toThrow(
      expect.objectContaining({ code, details: { field } }),
    );
  });

  test.each(['0', '-1.1', '1.123456789', '0.0', 'one', '1,1', '1e3'])('"%s" is no rate', (usdRate) => {
    const reason = 'A wrong day was taken.';
    expect(RateCorrection.safeParse({ ...right, usdRate, reason }).success).toBe(false);
    expect(RateCorrection.safeParse({ ...right, reason }).success).toBe(true);
  });
});

test('however often it is corrected, and whatever comes between the steps, each unit is worth its share in the end', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('plan' as const), units: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constant('follow' as const), at: fc.nat() }),
    fc.record({ do: fc.constant('strikeOut' as const), at: fc.nat() }),
    fc.record({
      do: fc.constant('correct' as const),
      rate: fc.constantFrom('0.37', '1.1', '41.5', '0.0003'),
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.array(step, { maxLength: 25 }), (unitValue, steps) => {
      let known = register(ofLine({ quantity: 30, unitValue }));
      let all: Consignment[] = [];
      const follow = (one: Consignment | undefined) => {
        if (!one || !isBehindRate(known.lines[0] ?? {}, one)) return;
        const followed = followRate(known, one);
        known = followed.donation;
        all = all.map((other) => (other === one ? followed.consignment : other));
      };
      for (const asked of steps) {
        if (asked.do === 'follow') follow(all[asked.at % all.length]);
        if (asked.do === 'correct' && known.lines[0]?.usdRate !== asked.rate)
          known = correctRate(known, 'l1', { usdRate: asked.rate, usdRateOn: '2024-01-16' }, today);
        if (asked.do === 'plan' && known.lines.every((line) => unitsLeft(line) >= asked.units)) {
          const { donation: after, consignment } = plan(known, asked.units);
          [known, all] = [after, [...all, consignment]];
        }
        const struck = asked.do === 'strikeOut' ? all[asked.at % all.length] : undefined;
        if (struck) [known, all] = [giveBack(known, 'l1', struck), all.filter((one) => one !== struck)];
      }
      for (const one of all) follow(one);

      const [line] = known.lines;
      const cents = all.reduce((sum, one) => sum + one.usdCents, 0);
      expect(line).not.toHaveProperty('behind');
      expect(line?.planned).toEqual({ units: all.reduce((sum, one) => sum + one.units, 0), usdCents: cents });
      const each = Math.floor((line?.usdCents ?? 0) / 30);
      for (const { units, usdCents } of [
        ...all,
        { units: 30 - (line?.planned.units ?? 0), usdCents: (line?.usdCents ?? 0) - cents },
      ]) {
        expect(usdCents).toBeGreaterThanOrEqual(each * units);
        expect(usdCents).toBeLessThanOrEqual((each + 1) * units);
      }
    }),
    { numRuns: 400 },
  );
});
