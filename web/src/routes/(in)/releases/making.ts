import type { Month } from '#functions/domain/calendar.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import type { ToldRelease } from '#functions/domain/release/release.ts';

/** The release that can be made now: how many there are of its month. */
export interface NextRelease {
  month: Month;
  basedOn: number;
}

/** Of the last month that is over; where that is released, a further version of it. */
export function nextRelease(releases: Pick<ToldRelease, 'month' | 'version'>[], over: Month): NextRelease {
  const ofMonth = releases.filter(({ month }) => month === over);
  return { month: over, basedOn: Math.max(0, ...ofMonth.map(({ version }) => version)) };
}

/** The reports of a month that are not approved, in one region or in all. */
export interface OpenIn {
  region: RegionCode;
  expected: number;
  /** Not handed in, or sent back. */
  missing: number;
  waiting: number;
}

/** Region by region what is open in a month; regions in which nothing is are left out. */
export function openIn(sums: ProgressSums, month: Month, pack: Pick<CountryPack, 'country'>): OpenIn[] {
  return sums.rows
    .filter((row) => row !== pack.country)
    .map((region) => {
      const expected = sums.value('reportsExpected', month, [region]);
      const waiting = sums.amount('reportsAwaitingReview', month, [region]);
      const missing = Math.max(0, expected - sums.amount('reportsReceived', month, [region]));
      return { region, expected, missing, waiting };
    })
    .filter(({ missing, waiting }) => missing + waiting > 0);
}
