import type { Day, Instant, Month } from '#functions/domain/calendar.ts';
import { nameIn, type Language, type ProperNames } from '#functions/domain/names.ts';
import { monthInBelarusian } from './belarusian.ts';
import { storedConfig, type Config } from '#lib/country/config.ts';
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

/** What a percentage ends with, as the reader's language writes it: `%`, or with a space before. */
export const percentSign = share.format(0).slice(1);

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
export function moment(at: Instant): string {
  const here = new Date(at);
  return `${inUtc(localDay(here), { day: 'numeric', month: 'short', year: 'numeric' })}, ${time(here)}`;
}

let countryLanguage: Language | undefined;

/** A name from the country pack or a record, in the reader's language, or else in the country's own. */
export function named(names: ProperNames): string {
  countryLanguage ??= storedConfig()?.languages?.[0];
  return nameIn(names, language, countryLanguage);
}

/** The first letter large: Ukrainian month names are small within a sentence and large at its start. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** Making a formatter takes a hundred times as long as using it, and a chart has dozens of months. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function inUtc(value: Month, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(value.length === 7 ? `${value}-01` : value);
  const key = JSON.stringify(options);
  const format = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, format);
  if (language !== 'be') return trimmed(format.format(date));
  const parts = format
    .formatToParts(date)
    .map(({ type, value: part }) => (type === 'month' ? monthInBelarusian(value, options) : part));
  return trimmed(parts.join(''));
}

/** Dates of these languages end in "р." or "г.", which read as an office form in the middle of a sentence. */
function trimmed(text: string): string {
  return text.replace(/(?<=\d)\s[рг]\.$/, '');
}

function localDay(date: Date): Day {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The name of the deployment's country. */
export function countryName({ country, names }: Pick<Config, 'country' | 'names'>): string {
  return names ? named(names) : country;
}
