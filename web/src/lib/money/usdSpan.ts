import { usdSign } from './usd.ts';

/** US cents from one amount to another, `$53.4–94.6k`: what both have is said once. */
export const usdSpan = (from: number, to: number): string => usdSign.formatRange(from / 100, to / 100);
