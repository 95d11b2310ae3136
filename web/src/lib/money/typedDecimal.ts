import { locale } from '#lib/i18n/language.ts';

const decimalSign = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === 'decimal');

/** A decimal as the reader would type it. */
export function typedDecimal(decimal: string): string {
  return decimal.replace('.', decimalSign?.value ?? '.');
}
