import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UsdRate, isCurrency, shareOf, usdCents } from '../../../../functions/domain/equipment/money.ts';

test.each([
  [250_000n, 'EUR', '1.0868', 271_700n],
  [4_000_000n, 'UAH', '0.02425', 97_000n],
  // A yen has no hundredths.
  [150_000n, 'JPY', '0.0066', 99_000n],
  [1n, 'USD', '1', 1n],
  // Half a cent is rounded up.
  [50n, 'UAH', '0.01', 1n],
  [49n, 'UAH', '0.01', 0n],
])('%s minor units of %s at %s are %s US cents', (minor, currency, rate, cents) => {
  expect(usdCents(minor, currency, rate)).toBe(cents);
});

test.each(['0', '0.000', '-1', '1.', '.5', '1e3', '1,5', '', '1.123456789'])('"%s" is no rate', (rate) => {
  expect(UsdRate.safeParse(rate).success).toBe(false);
});

test('what is no currency is known', () => {
  expect([isCurrency('UAH'), isCurrency('XXQ'), isCurrency('uah')]).toEqual([true, false, false]);
});

test('shares of equal units add up to the whole, and no two units differ by more than a cent', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
      (cents, parts) => {
        let [left, units] = [cents, parts.reduce((sum, part) => sum + part, 0)];
        const each = cents / units;
        for (const part of parts) {
          const share = shareOf(left, units, part);
          expect(Math.abs(share - part * each)).toBeLessThanOrEqual(part);
          [left, units] = [left - share, units - part];
        }
        expect([left, units]).toEqual([0, 0]);
      },
    ),
  );
});
