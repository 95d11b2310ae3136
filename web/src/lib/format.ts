import type { Day, Instant, Month } from '#functions/domain/calendar.ts';
import { nameIn, type ProperNames } from '#functions/domain/names.ts';
import { language, locale } from './language.ts';

const whole = new Intl.NumberFormat(locale);
const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });

/** `8,893`, grouped as the reader's language does. */
export const number = (value: number): string => whole.format(value);

/** A change: `+742`, `−3`, `0`. */
export const change = (value: number): string => signed.format(value).replace('-', '−');

/** A part of a whole: `92%`; a dash where there is no whole. */
export const percent = (part: number, of: number): string => (of > 0 ? share.format(part / of) : '–');

/** For an axis: `1.2K`. */
export const short = (value: number): string => compact.format(value);

/** `November 2024`, as a heading or within a sentence. */
export const monthName = (month: Month): string => inUtc(month, { month: 'long', year: 'numeric' });

/** `Nov 2024`, for axes and tables. */
export const monthShort = (month: Month): string => inUtc(month, { month: 'short', year: 'numeric' });

/** `November`, where the year is plain. */
export const monthAlone = (month: Month): string => inUtc(month, { month: 'long' });

/** `3 December 2024`. */
export const day = (value: Day): string => inUtc(value, { day: 'numeric', month: 'long', year: 'numeric' });

/** `3 December`, where the year is plain. */
export const dayAlone = (value: Day): string => inUtc(value, { day: 'numeric', month: 'long' });

/** `3 Dec`, or with the year where it is not the given one. */
export const dayShort = (value: Day, thisYear?: string): string =>
  inUtc(value, {
    day: 'numeric',
    month: 'short',
    ...(thisYear && !value.startsWith(thisYear) && { year: 'numeric' as const }),
  });

/** `09:41` on this device's clock. */
export const time = (at: Date): string =>
  at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });

/** `3 Dec 2024, 09:41` on this device's clock. */
export const moment = (at: Instant): string =>
  new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A name from the country pack or a record, in the reader's language. */
export const named = (names: ProperNames): string => nameIn(names, language);

/** The first letter large: Ukrainian month names are small within a sentence and large at its start. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** Making a formatter takes a hundred times as long as using it, and a chart has dozens of months. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function inUtc(value: Month, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(value.length === 7 ? `${value}-01` : value);
  const key = JSON.stringify(options);
  const format = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, format);
  return trimmed(format.format(date));
}

/** Ukrainian dates end in "р.", which reads as an office form in the middle of a sentence. */
function trimmed(text: string): string {
  return text.replace(/(?<=\d)\sр\.$/, '');
}

/** A country's name from its ISO code. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;

/** A language's name from its code. */
export const languageName = (code: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
