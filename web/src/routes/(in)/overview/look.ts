import type { Day, Month } from '#functions/domain/calendar.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import type { ProgressCube } from '#functions/domain/progress.ts';
import type { Params } from '#lib/address.ts';
import { amountsOf, lastOver, monthsShown, valuesOf, type View } from '#lib/progress/series.ts';

/** What the tiles of the regions are shaded by. */
export const shades = ['live', 'figure', 'reports'] as const;
export type Shade = (typeof shades)[number];

/** The figure that all consultations of a pack count as. */
export const teleconsultations = 'teleconsultations';

/** The overview as one reader looks at it: the country's progress, and what the address says to show of it. */
export interface Look extends View {
  pack: CountryPack;
  today: Day;
  month: Month;
  /** Where the month stands among `months`. */
  at: number;
  /** The region filter. */
  region?: RegionCode;
  /** The figure whose trend is shown. */
  figure: string;
  shade: Shade;
}

/** Reads the address; what it does not say, or says wrongly, is the last month that is over and the whole country. */
export function lookFrom(params: Params, cube: ProgressCube, pack: CountryPack, today: Day): Look {
  const months = monthsShown(cube, today);
  const usual = Math.max(0, months.indexOf(lastOver(today)));
  const asked = months.indexOf(params.get('month') ?? '');
  const at = asked < 0 ? usual : asked;
  // Who sees a single region looks at that one, whatever the address says.
  const only = cube.regions.length === 1 ? cube.regions[0] : undefined;
  const region = only ?? cube.regions.find((code) => code === params.get('region'));
  return {
    cube,
    pack,
    indicators: pack.indicators,
    today,
    months,
    at,
    month: months[at] ?? lastOver(today),
    ...(region && { region, regions: [region] }),
    figure: pack.indicators.find(({ code }) => code === params.get('figure'))?.code ?? teleconsultations,
    shade: shades.find((shade) => shade === params.get('shade')) ?? 'live',
  };
}

/** The same look at all regions, or at one of them. */
export function lookAt({ regions: _, region: __, ...look }: Look, region?: RegionCode): Look {
  return region ? { ...look, region, regions: [region] } : look;
}

/** A figure as of the chosen month. */
export function totalAt(look: Look, name: string): number {
  return valuesOf(look, name)[look.at] ?? 0;
}

/** What the chosen month added to a figure. */
export function amountAt(look: Look, name: string): number {
  return amountsOf(look, name)[look.at] ?? 0;
}
