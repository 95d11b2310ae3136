import { monthOf, type Day, type Month } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { attributedFigure, supportedFigure } from '#functions/domain/equipment/attributedFigures.ts';
import {
  summer,
  total,
  useFunnel,
  type FunnelStep,
  type UseFunnel,
  type Why,
  type Worth,
} from '#functions/domain/equipment/chain/useFunnel.ts';
import { chainEnds, repairedWithin } from '#functions/domain/equipment/chain/chain.ts';
import { daysWithin, type Days } from '#functions/domain/equipment/chain/dayClasses.ts';
import { whereItIs, type Whereabouts } from '#functions/domain/equipment/chain/whereItIs.ts';
import { concernFigure } from '#functions/domain/equipment/equipmentFigures.ts';
import { ProgressSums, type ProgressCube } from '#functions/domain/progress.ts';
import type { PublicReleaseHead } from '#functions/domain/release/publicRelease.ts';
import type { Indicator } from '#functions/domain/report/indicator.ts';
import { shownAt } from '#lib/progress/shown.ts';

/** What stands in a group of what was given, or what became of it there. */
export type Part = Worth & { what: FunnelStep['step'] | Why };

/** The three groups that add up to what was given. */
export interface Group extends Worth {
  group: 'inUse' | 'onTheWay' | 'gone';
  parts: Part[];
}

/** What a solution's indicator shows of a donor's equipment. */
export interface Brought {
  indicator: Indicator;
  /** Undefined where the release does not show it. */
  attributed: number | undefined;
  supported: number | undefined;
}

/** What a month brought, and whether there is more of it that the release does not show. */
export interface BroughtIn {
  month: Month;
  attributed: number;
  supported: number;
  isPart: boolean;
}

/** Units that are of no use now; of those that ended, and that were not used, it is known what they are worth. */
export interface Trouble {
  what: 'unstaffed' | 'notUsed' | 'faulty' | 'missing' | (typeof chainEnds)[number];
  units: number;
  usdCents?: number;
}

/** The newest month of which the use is told, and of how many reports it is made. */
export interface ToldUse {
  month: Month;
  reportsExpected: number;
  reportsApproved: number;
}

/** What became of a donor's aid, and what it brought. */
export interface Impact {
  pack: CountryPack;
  funnel: UseFunnel;
  given: Worth;
  groups: Group[];
  use: ToldUse | undefined;
  month: Month | undefined;
  /** By region as far as it is told; in the nation's own row what is in places that are not told. */
  where: Whereabouts[];
  troubles: Trouble[];
  /** Units that were mended, and within how many days half of them. */
  repaired: { units: number; half?: Days };
  brought: Brought[];
  /** How many people can use it, at the facilities where it is in use; who can use two solutions counts for each. */
  ableToUse: number;
  /** Each month since the first use, with what it brought. */
  months: BroughtIn[];
  /** What tells the use, and what was done for people; undefined before the first. */
  release?: PublicReleaseHead | undefined;
}

/** What was attributed in all, and whether there is more that is not shown. */
export function allBrought({ brought }: Pick<Impact, 'brought'>): { uses: number; isPart: boolean } {
  return {
    uses: brought.reduce((sum, { attributed = 0 }) => sum + attributed, 0),
    isPart: brought.some(({ attributed }) => attributed === undefined),
  };
}

/** Everything follows from a donor's own sums: no record is read. */
export function impactOf(
  {
    cube,
    use,
    release,
  }: { cube: ProgressCube; use?: ToldUse | undefined; release?: PublicReleaseHead | undefined },
  pack: CountryPack,
  today: Day,
): Impact {
  const sums = new ProgressSums(cube, pack);
  const month = use?.month;
  const funnel = useFunnel(cube, cube.rows, month);
  const groups = groupsOf(funnel);
  const brought = pack.indicators
    .filter(({ asked }) => asked)
    .map((indicator): Brought => {
      const of = (name: string) => {
        if (!month) return 0;
        const shown = shownAt({ sums }, name, month);
        // What was nothing once, and is not shown since, is not nothing.
        return shown && (shown.value > 0 || shown.month === month) ? shown.value : undefined;
      };
      const { code } = indicator;
      return { indicator, attributed: of(attributedFigure(code)), supported: of(supportedFigure(code)) };
    })
    .filter(({ supported }) => supported !== 0);
  return {
    funnel,
    given: funnel.steps[0] ?? nothing,
    groups,
    pack,
    use,
    month,
    where: whereItIs(cube),
    troubles: troublesOf(groups, (name) => sums.value(name, monthOf(today))),
    repaired: repairedIn(cube),
    brought,
    ableToUse: month && sums.shows('staffAbleToUse', month) ? sums.value('staffAbleToUse', month) : 0,
    release,
    months: monthsOf(sums, brought, month),
  };
}

const waiting: Partial<Record<FunnelStep['step'], Part['what']>> = {
  shipped: 'planned',
  received: 'shipped',
  installed: 'received',
  firstUse: 'installed',
};
const ofUse: Part['what'][] = ['used', 'unstaffed', 'staffNotKnown', 'notUsed', 'useNotKnown'];
const ends: Part['what'][] = [...chainEnds];

/** What stands at each step and has not come to the next; of what came into use, whether it was used, unless no month tells. */
function groupsOf({ steps, ended, month }: UseFunnel): Group[] {
  const known = steps.flatMap(({ step, missing }) =>
    missing.map(({ why, ...worth }): Part => ({ what: (why === 'open' && waiting[step]) || why, ...worth })),
  );
  const at = (name: FunnelStep['step']) => steps.find(({ step }) => step === name) ?? nothing;
  const parts: Part[] = month
    ? [{ what: 'used', ...at('used') }, ...known]
    : [...known, ...ended.map(({ why, ...worth }): Part => ({ what: why, ...worth }))];
  const isIn = (whats: Part['what'][]) => (part: Part) => whats.includes(part.what);
  return [
    // What was used in the month and has gone since is in use no more.
    { ...groupOf('inUse', parts.filter(isIn(ofUse))), ...minus(at('firstUse'), total(ended)) },
    groupOf(
      'onTheWay',
      parts.filter((part) => !isIn([...ofUse, ...ends])(part)),
    ),
    groupOf('gone', parts.filter(isIn(ends))),
  ];
}

function groupOf(group: Group['group'], parts: Part[]): Group {
  const byWhat = Map.groupBy(parts, ({ what }) => what);
  const all = [...byWhat].map(([what, own]): Part => ({ what, ...total(own) }));
  return { group, ...total(all), parts: all };
}

/** What may still be helped comes first. */
function troublesOf(groups: Group[], now: (name: string) => number): Trouble[] {
  const parts = groups.flatMap((group) => group.parts);
  const worthOf = (what: Trouble['what']): Trouble => {
    const part = parts.find((one) => one.what === what) ?? nothing;
    return { what, units: part.units, usdCents: part.usdCents };
  };
  return [
    worthOf('unstaffed'),
    worthOf('notUsed'),
    { what: 'faulty' as const, units: now('unitsFaulty') },
    { what: 'missing' as const, units: now(concernFigure('missing')) },
    ...chainEnds.map(worthOf),
  ].filter(({ units }) => units > 0);
}

function repairedIn(cube: ProgressCube): Impact['repaired'] {
  const sum = summer(cube, cube.rows);
  const half = daysWithin(0.5, (dayClass) => sum(repairedWithin(dayClass)));
  return { units: sum('repairs'), ...(half && { half }) };
}

const nothing: Worth = { units: 0, usdCents: 0 };

const minus = (all: Worth, some: Worth): Worth => ({
  units: all.units - some.units,
  usdCents: all.usdCents - some.usdCents,
});

function monthsOf(sums: ProgressSums, brought: Brought[], last: Month | undefined): Impact['months'] {
  const all = sums.months
    .filter((month) => last !== undefined && month <= last)
    .map((month) => {
      const isShown = (name: string) => sums.showsAmount(name, month);
      const of = (nameOf: (code: string) => string) =>
        brought
          .map(({ indicator }) => nameOf(indicator.code))
          .filter(isShown)
          .reduce((sum, name) => sum + sums.amount(name, month), 0);
      const isPart = brought.some(({ indicator }) => !isShown(attributedFigure(indicator.code)));
      return { month, attributed: of(attributedFigure), supported: of(supportedFigure), isPart };
    });
  return all.slice(all.findIndex(({ supported, isPart }) => supported > 0 || isPart));
}
