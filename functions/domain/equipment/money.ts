import * as z from 'zod/mini';

/** A currency's ISO 4217 code. */
export const Currency = z.string().check(z.regex(/^[A-Z]{3}$/));
export type Currency = z.infer<typeof Currency>;

/** US dollars for one unit of a currency, as a decimal above zero that is calculated with exactly. */
export const UsdRate = z.string().check(z.regex(/^(0\.\d{0,7}[1-9]\d{0,7}|[1-9]\d{0,5}(\.\d{1,8})?)$/));
export type UsdRate = z.infer<typeof UsdRate>;

/** Whether the world has this currency. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** How many decimals a currency is written with: 2 for most, 0 for the yen. */
export function decimalsOf(currency: Currency): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** US cents for an amount in a currency's minor units at a rate; half a cent is rounded up. Exact up to the safe integers. */
export function usdCents(minorUnits: bigint, currency: Currency, rate: UsdRate): bigint {
  const [whole = '0', decimals = ''] = rate.split('.');
  const scaled = minorUnits * BigInt(whole + decimals) * 100n;
  const scale = 10n ** BigInt(decimals.length + decimalsOf(currency));
  return (2n * scaled + scale) / (2n * scale);
}

/**
 * What `some` of so many equal units are worth when `cents` are shared over all of them by largest remainder: equal units
 * have equal remainders, so the first get the odd cents. The rest is worth what is left.
 */
export function shareOf(cents: number, units: number, some: number): number {
  return Math.floor(cents / units) * some + Math.min(cents % units, some);
}
