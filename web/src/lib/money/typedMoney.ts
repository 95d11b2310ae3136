import { decimalsOf, type Currency, type UsdRate } from '#functions/domain/equipment/money.ts';
import { majorUnits } from './money.ts';
import { typedDecimal } from './typedDecimal.ts';

/** A decimal as it is typed: spaces group, and a comma or a point parts the decimals; undefined for anything else. */
function decimalIn(text: string): { whole: string; decimals: string } | undefined {
  const [, whole, decimals = ''] = /^(\d{1,15})(?:[.,](\d{1,10}))?$/.exec(text.replace(/[\s']/g, '')) ?? [];
  return whole === undefined ? undefined : { whole, decimals };
}

/** The minor units of an amount that was typed in a currency's major ones, exactly; undefined where it is none. */
export function minorUnitsIn(text: string, currency: Currency): bigint | undefined {
  const typed = decimalIn(text);
  const most = decimalsOf(currency);
  if (!typed || typed.decimals.length > most) return undefined;
  return BigInt(typed.whole + typed.decimals.padEnd(most, '0'));
}

/** The rate that was typed, as the domain writes it; undefined where it is none. */
export function rateIn(text: string): UsdRate | undefined {
  const typed = decimalIn(text);
  if (!typed) return undefined;
  const whole = typed.whole.replace(/^0+(?=\d)/, '');
  const decimals = typed.decimals.replace(/0+$/, '');
  const isRate = whole.length <= 6 && decimals.length <= 8 && !/^0*$/.test(whole + decimals);
  return isRate ? [whole, decimals].filter(Boolean).join('.') : undefined;
}

/** An amount as the reader would type it. */
export function typedAmount(minorUnits: number, currency: Currency): string {
  return typedDecimal(majorUnits(BigInt(minorUnits), currency).replace(/\.0+$/, ''));
}
