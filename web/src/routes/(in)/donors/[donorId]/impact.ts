import type { Month } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { attributedFigure, supportedFigure } from '#functions/domain/equipment/attributedFigures.ts';
import {
  total,
  useFunnel,
  type FunnelStep,
  type UseFunnel,
  type Why,
  type Worth,
} from '#functions/domain/equipment/chain/useFunnel.ts';
import type { ProgressCube, ProgressSums } from '#functions/domain/progress.ts';
import type { Indicator } from '#functions/domain/report/indicator.ts';

/** What stands in a group of what was given, or what became of it there. */
export type Part = Worth & {
  what: 'used' | 'notUsed' | 'useNotKnown' | 'planned' | 'shipped' | 'received' | 'installed' | Why;
};

/** The three groups that add up to what was given. */
export interface Group extends Worth {
  group: 'inUse' | 'onTheWay' | 'gone';
  parts: Part[];
}

/** What a solution's indicator shows of a donor's equipment. */
export interface Brought {
  indicator: Indicator;
  attributed: number;
  supported: number;
}

/** What became of a donor's aid, and what it brought. */
export interface Impact {
  funnel: UseFunnel;
  given: Worth;
  groups: Group[];
  /** The newest month of which the use is told. */
  month: Month | undefined;
  brought: Brought[];
  /** Each month since the first use, with what it brought. */
  months: { month: Month; attributed: number; supported: number }[];
}

/** Everything follows from a donor's own sums: no record is read. */
export function impactOf(
  cube: ProgressCube,
  sums: ProgressSums,
  { indicators }: Pick<CountryPack, 'indicators'>,
  month: Month | undefined,
): Impact {
  const funnel = useFunnel(cube);
  const brought = indicators
    .filter(({ asked }) => asked)
    .map((indicator): Brought => {
      const of = (name: string) => (month ? sums.value(name, month) : 0);
      const { code } = indicator;
      return { indicator, attributed: of(attributedFigure(code)), supported: of(supportedFigure(code)) };
    })
    .filter(({ supported }) => supported > 0);
  return {
    funnel,
    given: funnel.steps[0] ?? { units: 0, usdCents: 0 },
    groups: groupsOf(funnel, sums, month),
    month,
    brought,
    months: monthsOf(sums, brought, month),
  };
}

function groupsOf({ steps, ended }: UseFunnel, sums: ProgressSums, month: Month | undefined): Group[] {
  const waiting: Partial<Record<FunnelStep['step'], Part['what']>> = {
    shipped: 'planned',
    received: 'shipped',
    installed: 'received',
    firstUse: 'installed',
  };
  const missing = steps.flatMap((step) =>
    step.missing.map(({ why, ...worth }): Part => {
      return { what: (why === 'open' && waiting[step.step]) || why, ...worth };
    }),
  );
  const isGone = ({ what }: Part) => ['returned', 'lost', 'destroyed', 'scrapped'].includes(what);
  const after = ended.map(({ why, ...worth }): Part => ({ what: why, ...worth }));
  const used = steps.at(-1) ?? { units: 0, usdCents: 0 };
  const inUse = minus(used, total(after));
  return [
    { group: 'inUse', ...inUse, parts: month ? useIn(sums, month, inUse) : [] },
    groupOf(
      'onTheWay',
      missing.filter((part) => !isGone(part)),
    ),
    groupOf('gone', [...missing.filter(isGone), ...after]),
  ];
}

/** What of the units in use was used in a month; of the rest, what was not, and what nobody knows. */
function useIn(sums: ProgressSums, month: Month, inUse: Worth): Part[] {
  const at = (units: string, usd: string): Worth => ({
    units: sums.amount(units, month),
    usdCents: sums.amount(usd, month),
  });
  const [used, notUsed] = [at('unitsUsed', 'aidUsedUsd'), at('unitsNotUsed', 'aidNotUsedUsd')];
  const rest = minus(inUse, total([used, notUsed]));
  const notKnown = { units: Math.max(0, rest.units), usdCents: Math.max(0, rest.usdCents) };
  const parts: Part[] = [
    { what: 'used', ...used },
    { what: 'notUsed', ...notUsed },
    { what: 'useNotKnown', ...notKnown },
  ];
  return parts.filter(({ units }) => units > 0);
}

function groupOf(group: Group['group'], parts: Part[]): Group {
  const byWhat = Map.groupBy(parts, ({ what }) => what);
  const all = [...byWhat].map(([what, own]): Part => ({ what, ...total(own) }));
  return { group, ...total(all), parts: all };
}

const minus = (all: Worth, some: Worth): Worth => ({
  units: all.units - some.units,
  usdCents: all.usdCents - some.usdCents,
});

function monthsOf(sums: ProgressSums, brought: Brought[], last: Month | undefined): Impact['months'] {
  const all = sums.months
    .filter((month) => last !== undefined && month <= last)
    .map((month) => {
      const of = (nameOf: (code: string) => string) =>
        brought.reduce((sum, { indicator }) => sum + sums.amount(nameOf(indicator.code), month), 0);
      return { month, attributed: of(attributedFigure), supported: of(supportedFigure) };
    });
  return all.slice(all.findIndex(({ supported }) => supported > 0));
}
