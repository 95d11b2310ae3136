import type { Day, Month } from '../domain/calendar.ts';
import type { Figure } from '../domain/figureCatalogue.ts';
import type { Language } from '../domain/names.ts';
import type { Counted } from './words/words.ts';

/** Numbers and dates as a language writes them. */
export function formatsOf(language: Language) {
  const locale = language === 'en' ? 'en-GB' : language;
  const whole = new Intl.NumberFormat(locale);
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const dollars = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  const roughly = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const date = (value: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      .format(new Date(value))
      // These languages end a date in "р." or "г.", which reads as an office form within a sentence.
      .replace(/(?<=\d)\s[рг]\.$/, '');
  const number = (value: number): string => whole.format(value);
  return {
    locale,
    number,
    counted: (count: number): Counted => ({ count, text: number(count) }),
    /** A figure in its unit: money is kept in cents, and told in whole dollars. */
    amount: ({ unit }: Pick<Figure, 'unit'>, value: number): string =>
      unit === 'usdCents' ? dollars.format(value / 100) : number(value),
    /** The same for a picture, where there is little room: money in thousands or millions. */
    short: ({ unit }: Pick<Figure, 'unit'>, value: number): string =>
      unit === 'usdCents' ? roughly.format(value / 100) : number(value),
    change: (value: number): string => signed.format(value).replace('-', '−'),
    month: (value: Month): string => date(value, { month: 'long', year: 'numeric' }),
    day: (value: Day): string => date(value, { day: 'numeric', month: 'long', year: 'numeric' }),
    /** The first letter large, as at the start of a sentence. */
    capital: (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
    /** A day, a month or a year, as exactly as it is known. */
    moment: (value: string): string => {
      if (value.length === 4) return value;
      return date(value, {
        year: 'numeric',
        month: 'long',
        ...(value.length === 10 && { day: 'numeric' as const }),
      });
    },
  };
}

export type Formats = ReturnType<typeof formatsOf>;
