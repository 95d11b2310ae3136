import { locale } from '#lib/i18n/language.ts';
import { usdSign } from './usd.ts';

/** US cents from one amount to another, `$53.4–94.6k`: what both have is said once. */
export const usdSpan = (from: number, to: number): string => usdSign.formatRange(from / 100, to / 100);

const brief = new Intl.NumberFormat(locale, { notation: 'compact' });

/** US cents as they have room on a region, `90k`; the legend says of what. */
export const usdOnRegion = (cents: number): string => brief.format(cents / 100);
