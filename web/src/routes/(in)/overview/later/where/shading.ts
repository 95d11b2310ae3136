import type { Month } from '#functions/domain/calendar.ts';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import { catalogueOf, type Figure } from '#functions/domain/figureCatalogue.ts';
import { isOutOfReach } from '#functions/domain/place/outOfReach.ts';
import { number, percentSign } from '#lib/i18n/format.ts';
import { usdFigure } from '#lib/money/usd.ts';
import { usdOnRegion, usdSpan } from '#lib/money/usdOnMap.ts';
import { completenessAt } from '#lib/progress/completeness.ts';
import { figureOf } from '#lib/progress/figures.ts';
import { monthOfRegions } from '#lib/progress/shown.ts';
import { shareSteps, stepsOf } from '#functions/domain/map/steps.ts';
import type { Params } from '#lib/ui/address.ts';
import type { Selection } from '../../selection.ts';
import { perLive, perPopulation, reachedPeople } from '../fairShare.ts';

/** By what a figure is shared out, so that large regions and small ones can be compared. */
export const pers = ['all', 'live', 'population'] as const;
export type Per = (typeof pers)[number];

/** What the regions are shaded by. */
export interface Shading {
  /** The name of a figure as of the month; `figure` is what the month added to the chosen one, `reports` the share that is in. */
  of: string;
  per: Per;
}

/** What release 0.1 called the facilities that are live. */
const former = new Map([['live', 'facilitiesLive']]);
const usual = 'facilitiesLive';
/** US cents: the hundreds of dollars that thousands are written with. */
const moneyGrain = 10_000;

/** Reads the address; what it does not say, or says wrongly, is all facilities that are live. */
export function shadingFrom(params: Params, selection: Selection): Shading {
  const asked = params.get('shade') ?? '';
  const wanted = former.get(asked) ?? asked;
  const isKnown = [...plainChoices(selection), ...figuresShaded(selection).map(({ name }) => name)].includes(
    wanted,
  );
  const of = isKnown ? wanted : usual;
  const can = persOf(of, selection);
  return { of, per: can.find((per) => per === params.get('per')) ?? 'all' };
}

/** What regions can be shaded by besides figures as of a month: a release tells them no month of what was done for people. */
export const plainChoices = ({ sums }: Pick<Selection, 'sums'>): string[] =>
  sums.isReleased ? ['reports'] : ['figure', 'reports'];

/** By what a choice can be shared out: the share of reports is one already, and each live facility is one. */
export function persOf(of: string, { pack }: Selection): readonly Per[] {
  if (of === 'reports') return ['all'];
  const isOfLive = of === usual;
  return pers.filter(
    (per) => (per !== 'live' || !isOfLive) && (per !== 'population' || pack.population !== undefined),
  );
}

/** The figures of which any region has had anything until the last month, or in some month. */
export function figuresShaded({ sums, months, pack }: Selection): Figure[] {
  const last = months.at(-1);
  const isAny = ({ name, kind }: Figure): boolean =>
    kind === 'month'
      ? months.some((month) => sums.amount(name, month, sums.regions) !== 0)
      : last !== undefined && sums.value(name, last, sums.regions) !== 0;
  return [...catalogueOf(pack).values()].filter(({ name }) => sums.names.includes(name)).filter(isAny);
}

/** What is told of a region: an amount, that it is not shown, or that nobody can reach it; undefined where nobody knows. */
export type Shade = number | 'notShown' | 'unreached' | undefined;

/** What a region is shaded by in the chosen month; what there is of it where nobody can reach all is told. */
export function shadeOf(selection: Selection, shading: Shading, region: RegionCode): Shade {
  const value = shadeIn(selection, shading, region, monthShaded(selection, shading));
  if (!value && isOutOfReach(region, selection.pack, selection.month)) return 'unreached';
  return isHidden(selection, shading, region) ? 'notShown' : value;
}

/** Of which month regions are shaded: in a release the newest of which anything of people is told by region. */
export function monthShaded(selection: Selection, { of }: Pick<Shading, 'of'>): Month {
  return isPlain(of) ? selection.month : monthOfRegions(selection, of, selection.month);
}

/** Whether a region's figure is one that a release does not show. */
function isHidden(selection: Selection, { of }: Shading, region: RegionCode): boolean {
  return !isPlain(of) && !selection.sums.shows(of, monthShaded(selection, { of }), [region]);
}

/** What is no figure as of a month. */
const isPlain = (of: string): boolean => of === 'figure' || of === 'reports';

/**
 * Where the steps of shading begin: the same for every month, so that sliding shows growth. The lowest begins with the least
 * of any month: what the map shows of an early one is in the legend.
 */
export function shadeSteps(selection: Selection, shading: Shading): number[] {
  if (shading.of === 'reports') return shareSteps;
  const { sums, months, pack } = selection;
  const isOfMonth = shading.of === 'figure' || figureOf(shading.of, pack).kind === 'month';
  const last = months.at(-1);
  const looked = isOfMonth || !last ? months : [monthShaded({ ...selection, month: last }, shading)];
  const valuesIn = (asked: readonly Month[]) =>
    asked.flatMap((month) => sums.regions.map((region) => shadeIn(selection, shading, region, month) ?? 0));
  const [, ...starts] = stepsOf(valuesIn(looked));
  const [least] = stepsOf(valuesIn(months));
  return least === undefined ? starts : [least, ...starts];
}

function shadeIn(
  selection: Selection,
  { of, per }: Shading,
  region: RegionCode,
  month: Month,
): number | undefined {
  const { sums, figure, pack } = selection;
  if (of === 'reports') {
    const { expected, received } = completenessAt(selection, month, [region]);
    return expected > 0 ? Math.floor((100 * received) / expected) : undefined;
  }
  if (of !== 'figure' && !sums.shows(of, month, [region])) return undefined;
  const amount = of === 'figure' ? sums.amount(figure, month, [region]) : sums.value(of, month, [region]);
  switch (per) {
    case 'live':
      return perLive(amount, sums.value('facilitiesLive', month, [region]));
    case 'population':
      return perPopulation(amount, reachedPeople(region, pack, month));
    case 'all':
      return amount;
  }
}

/** How values of a shading are written. */
export interface Written {
  /** The number alone. */
  text: (value: number) => string;
  /** With its unit, where it has one. */
  told: (value: number) => string;
  /** As it has room on a region. */
  figure: (value: number) => string;
  /** From one to another. */
  span?: (from: number, to: number) => string;
  /** By how much two values differ at least. */
  grain: number;
  isShare: boolean;
}

/** Values of a shading in the reader's language. */
export function writtenFor({ of, per }: Shading, { figure, pack }: Selection): Written {
  const isShare = of === 'reports';
  const isMoney = !isShare && figureOf(of === 'figure' ? figure : of, pack).unit === 'usdCents';
  const text = isMoney ? usdFigure : number;
  const told = (value: number) => `${text(value)}${isShare ? percentSign : ''}`;
  return {
    text,
    told,
    figure: isMoney ? usdOnRegion : told,
    ...(isMoney && { span: usdSpan }),
    grain: isMoney ? moneyGrain : per === 'all' ? 1 : 0.1,
    isShare,
  };
}
