import { describe, expect, test } from 'vitest';
import { UsdRate } from '../../../functions/domain/equipment/money.ts';
import { currencyChoices } from '../../../web/src/lib/money/currencies.ts';
import { majorUnits, money } from '../../../web/src/lib/money/money.ts';
import { usd, usdShort } from '../../../web/src/lib/money/usd.ts';
import { minorUnitsIn, rateIn, typedAmount } from '../../../web/src/lib/money/typedMoney.ts';

test('US cents are dollars, with cents where there are any, and short in a headline', () => {
  expect([520_000_000, 12_345, 5, 0].map(usd)).toEqual(['$5,200,000', '$123.45', '$0.05', '$0']);
  expect([520_000_000, 123_456_00, 85_000].map(usdShort)).toEqual(['5.2 million', '123.5 thousand', '850']);
});

test.each([
  ['EUR', 125_050n, '1250.50', '€1,250.50'],
  ['EUR', 5n, '0.05', '€0.05'],
  ['EUR', 125_000n, '1250.00', '€1,250'],
  ['JPY', 1_500_000n, '1500000', 'JP¥1,500,000'],
  ['KWD', 1_234n, '1.234', 'KWD 1.234'],
  // More than a number holds exactly.
  ['USD', 9_007_199_254_740_993_07n, '9007199254740993.07', '$9,007,199,254,740,993.07'],
])('minor units of %s: %s', (currency, minor, decimal, shown) => {
  expect(majorUnits(minor, currency)).toBe(decimal);
  expect(money(minor, currency).replace(/\s/g, ' ')).toBe(shown);
});

describe('an amount that is typed', () => {
  test.each([
    ['1250.5', 'EUR', 125_050n],
    ['1250,5', 'EUR', 125_050n],
    ['1 250 000,05', 'EUR', 125_000_005n],
    ['1\u00a0250', 'USD', 125_000n],
    [' 0 ', 'USD', 0n],
    ['1500', 'JPY', 1_500n],
    ['1,234', 'KWD', 1_234n],
    ['0.1', 'USD', 10n],
    ['999999999999999.99', 'USD', 99_999_999_999_999_999n],
  ])('%s %s is exact', (text, currency, minor) => {
    expect(minorUnitsIn(text, currency)).toBe(minor);
  });

  test.each([
    ['', 'USD'],
    ['1,234', 'USD'],
    ['1,234.50', 'USD'],
    ['12.345', 'EUR'],
    ['1500.5', 'JPY'],
    ['-5', 'USD'],
    ['1e3', 'USD'],
    ['.5', 'USD'],
    ['5.', 'USD'],
    ['$5', 'USD'],
    ['٥', 'USD'],
  ])('%s %s may mean two things or nothing, and is none', (text, currency) => {
    expect(minorUnitsIn(text, currency)).toBeUndefined();
  });

  test('comes back as it would be typed', () => {
    expect(typedAmount(125_050, 'EUR')).toBe('1250.50');
    expect(typedAmount(125_000, 'EUR')).toBe('1250');
    expect(typedAmount(1_500, 'JPY')).toBe('1500');
  });
});

test.each([
  ['1.0868', '1.0868'],
  ['0,02430', '0.0243'],
  ['01', '1'],
  ['1.00', '1'],
])('a rate typed as %s is %s', (text, rate) => {
  expect(rateIn(text)).toBe(rate);
  expect(UsdRate.safeParse(rate).success).toBe(true);
});

test.each(['', '0', '0,000', '1234567', '0.123456789', 'one', '1/41'])('%s is no rate', (text) => {
  expect(rateIn(text)).toBeUndefined();
});

test('every currency can be chosen once, the common ones and the own first', () => {
  const { first, others } = currencyChoices('UAH');
  const codes = [...first, ...others].map(({ code }) => code);

  expect(first[0]).toEqual({ code: 'USD', label: 'US Dollar (USD)' });
  expect(first.at(-1)?.code).toBe('UAH');
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toContain('BYN');
});
