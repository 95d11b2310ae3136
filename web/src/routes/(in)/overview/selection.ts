import type { Day, Month } from '#functions/domain/calendar.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { approvedName } from '#functions/domain/figureCatalogue.ts';
import { isOutOfReach } from '#functions/domain/place/outOfReach.ts';
import type { ProgressSums } from '#functions/domain/progress.ts';
import type { Params } from '#lib/ui/address.ts';
import { leadsOf, servicesOf } from '#lib/progress/figures.ts';
import { lastOver, monthsShown, type View } from '#lib/progress/series.ts';

/** The overview as one reader looks at it: the country's progress, and what the address says to show of it. */
export interface Selection extends View {
  pack: CountryPack;
  today: Day;
  month: Month;
  /** Where the month stands among `months`. */
  at: number;
  /** The region filter. */
  region?: RegionCode;
  /** The name of the figure whose trend is shown. */
  figure: string;
}

/** Reads the address; what it does not say, or says wrongly, is the last month that is over and the whole country. */
export function selectionFrom(params: Params, sums: ProgressSums, pack: CountryPack, today: Day): Selection {
  const months = monthsShown(sums, today);
  const last = months.indexOf(lastOver(today));
  const usual = Math.max(0, last < 0 ? months.length - 1 : last);
  const asked = months.indexOf(params.get('month') ?? '');
  const at = asked < 0 ? usual : asked;
  // Who sees a single region looks at that one, whatever the address says.
  const only = sums.regions.length === 1 ? sums.regions[0] : undefined;
  const region = only ?? sums.regions.find((code) => code === params.get('region'));
  return {
    sums,
    pack,
    today,
    months,
    at,
    month: months[at] ?? lastOver(today),
    ...(region && { region, rows: [region] }),
    figure: figureAsked(params, pack),
  };
}

/** One of those that facilities report; if it is none of them, the first that stands in the headlines. */
function figureAsked(params: Params, pack: CountryPack): string {
  const reported = servicesOf(pack).flatMap(({ figures }) => figures.map(({ figure }) => figure.name));
  const asked = reported.find((name) => name === params.get('figure'));
  return asked ?? leadsOf(pack)[0]?.name ?? reported[0] ?? '';
}

/** A figure as of the chosen month, in the rows looked at or in others. */
export function totalAt({ sums, month, rows }: Selection, name: string, asked = rows): number {
  return sums.value(name, month, asked);
}

/** Whether one region alone is looked at that cannot be reached, and has nothing of what is shown: no 0 is told of it. */
export function isUnreached(selection: Selection): boolean {
  const { region = '', pack, month, figure } = selection;
  const shown = ['facilitiesLive', 'reportsExpected', figure];
  return isOutOfReach(region, pack, month) && !shown.some((name) => totalAt(selection, name));
}

/** What the chosen month added to a figure, in the rows looked at or in others. */
export function amountAt({ sums, month, rows }: Selection, name: string, asked = rows): number {
  return sums.amount(name, month, asked);
}

/** What is approved of a reported figure as of the chosen month, and what waits for review beside it. */
export function approvedAt(selection: Selection, name: string): { approved: number; waiting: number } {
  const approved = totalAt(selection, approvedName(name));
  // A correction that waits may be of less than was approved.
  return { approved, waiting: Math.max(0, totalAt(selection, name) - approved) };
}
