import { decimalsOf, type Currency } from '#functions/domain/equipment/money.ts';
import { locale } from '#lib/i18n/language.ts';

/** Minor units of a currency as the decimal of its major ones, exactly: `1250.50`. */
export function majorUnits(minorUnits: bigint, currency: Currency): string {
  const decimals = decimalsOf(currency);
  const digits = String(minorUnits).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Minor units of a currency as `1,250.50 EUR` or with its sign, as the reader's language writes it. */
export function money(minorUnits: bigint, currency: Currency): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'USD' ? 'narrowSymbol' : 'symbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  // Exact where a number would not be: digits are grouped as of a whole number, and the decimals are put in.
  const [whole = '0', decimals = ''] = majorUnits(minorUnits, currency).split('.');
  const isWhole = Number(decimals) === 0;
  return format
    .formatToParts(isWhole ? BigInt(whole) : Number(`0.${decimals}`))
    .map(({ type, value }) => (type === 'integer' && !isWhole ? grouped(whole) : value))
    .join('');
}

const whole = new Intl.NumberFormat(locale);
const grouped = (digits: string): string => whole.format(BigInt(digits));
