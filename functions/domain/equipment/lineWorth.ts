import type { Day } from '../calendar.ts';
import { ensure } from '../refusal.ts';
import { usdCents, type Currency, type UsdRate } from './money.ts';

/** US cents that no line is worth more than: sums of thousands of them are still exact. */
const mostCents = 1_000_000_000_000;
const firstRateDay: Day = '2000-01-01';

interface Valued {
  quantity: number;
  unitValue: number;
  usdRate: UsdRate;
  usdRateOn: Day;
}

/** What a line is worth in US cents; refuses a rate that cannot be. Fields are named after the prefix. */
export function lineWorth(
  { quantity, unitValue, usdRate, usdRateOn }: Valued,
  { currency, today, tooHighAt }: { currency: Currency; today: Day; tooHighAt: keyof Valued },
  prefix = '',
): number {
  ensure(currency !== 'USD' || Number(usdRate) === 1, 'invalid', 'One US dollar is one US dollar.', {
    field: `${prefix}usdRate`,
  });
  ensure(
    usdRateOn >= firstRateDay && usdRateOn <= today,
    'dateNotAllowed',
    `The day of the rate must lie between ${firstRateDay} and today.`,
    { field: `${prefix}usdRateOn` },
  );
  const cents = usdCents(BigInt(quantity) * BigInt(unitValue), currency, usdRate);
  ensure(cents <= BigInt(mostCents), 'tooHigh', 'This is worth more than a line can be.', {
    field: `${prefix}${tooHighAt}`,
  });
  return Number(cents);
}
