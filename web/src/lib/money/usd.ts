import { language, locale } from '#lib/i18n/language.ts';

const exact = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  trailingZeroDisplay: 'stripIfInteger',
});
// Words of millions are borrowed from Russian where Belarusian has no locale; the abbreviations are the same.
const compact = new Intl.NumberFormat(locale, {
  notation: 'compact',
  compactDisplay: language === 'en' ? 'long' : 'short',
  maximumFractionDigits: 1,
});

/** US cents as `$5,200,000`, with cents where there are any. */
export const usd = (cents: number): string => exact.format(cents / 100);

/** US cents as a headline's amount, `5.2 million`; the currency is said beside it. */
export const usdShort = (cents: number): string => compact.format(cents / 100);

/** Writes dollars as short as a headline has them. */
export const usdSign = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  currencyDisplay: 'narrowSymbol',
  notation: 'compact',
  maximumSignificantDigits: 3,
});

/** US cents as a figure of its own, `$4.05M`. */
export const usdFigure = (cents: number): string => usdSign.format(cents / 100);

/** An amount of US cents without them. */
export const dollars = (cents: number): string => usd(Math.round(cents / 100) * 100);
