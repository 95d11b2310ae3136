import { locale } from '#lib/i18n/language.ts';

const dollars = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  trailingZeroDisplay: 'stripIfInteger',
});

/** US cents as `$5,200,000`, with cents where there are any. */
export const usd = (cents: number): string => dollars.format(cents / 100);
