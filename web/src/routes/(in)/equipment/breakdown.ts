import type { Month } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { useFunnel, type UseFunnel } from '#functions/domain/equipment/chain/useFunnel.ts';
import type { ProperNames } from '#functions/domain/names.ts';
import type { ProgressCube } from '#functions/domain/progress.ts';
import { named } from '#lib/i18n/format.ts';
import type { Params } from '#lib/ui/address.ts';
import type { FunnelScope } from './scope.ts';

/** What funnels are compared by. */
export const breakdowns = ['type', 'solution', 'donor', 'region'] as const;
export type Breakdown = (typeof breakdowns)[number];

/** One of those that are compared, and the scope that shows it alone. */
export interface Compared {
  name: string;
  scope: FunnelScope;
  funnel: UseFunnel;
}

/** What the page has loaded of the scope that is broken down. */
interface Loaded {
  scope: FunnelScope;
  cube: ProgressCube;
  month: Month | undefined;
}

/** What there is to compare by: of one type, solution or donor only its regions, of one region all but them. */
export function breakdownsOf({ region, of }: FunnelScope): Breakdown[] {
  if (of) return region ? [] : ['region'];
  return breakdowns.filter((one) => one !== 'region' || !region);
}

/** What the address compares by, or the first that there is. */
export function breakdownIn(params: Pick<Params, 'get'>, scope: FunnelScope): Breakdown | undefined {
  const known = breakdownsOf(scope);
  return known.find((one) => one === params.get('by')) ?? known[0];
}

/** A type, a solution or a donor as a scope, with its names. */
export interface Part {
  of: NonNullable<FunnelScope['of']>;
  names: ProperNames;
}

/** Whose names a reader chooses from. */
export interface Named {
  solutions: { solutionId: string; names: ProperNames }[];
  donors: { donorId: string; names: ProperNames }[];
}

/** All that a scope can be narrowed to in one way. */
export function partsBy(
  by: Exclude<Breakdown, 'region'>,
  { equipmentTypes }: Pick<CountryPack, 'equipmentTypes'>,
  { solutions, donors }: Named,
): Part[] {
  if (by === 'type') return equipmentTypes.map(({ code, names }) => ({ of: `type:${code}`, names }));
  if (by === 'donor') return donors.map(({ donorId, names }) => ({ of: `donor:${donorId}`, names }));
  return solutions.map(({ solutionId, names }) => ({ of: `solution:${solutionId}`, names }));
}

/** The regions of a cube that is loaded already. */
export function comparedRegions({ scope, cube, month }: Loaded, regions: CountryPack['regions']): Compared[] {
  return mostFirst(
    regions.map(({ code, names }) => ({
      name: named(names),
      scope: { ...scope, region: code },
      funnel: useFunnel(cube, [code], month),
    })),
  );
}

/** Types, solutions or donors, each from the sums of its own. */
export async function comparedParts(
  parts: Part[],
  { scope: { region }, month }: Pick<Loaded, 'scope' | 'month'>,
  cubeOf: (scope: FunnelScope) => Promise<ProgressCube>,
): Promise<Compared[]> {
  const all = parts.map(async ({ of, names }) => {
    const scope = { ...(region && { region }), of };
    const cube = await cubeOf(scope);
    return { name: named(names), scope, funnel: useFunnel(cube, region ? [region] : cube.rows, month) };
  });
  return mostFirst(await Promise.all(all));
}

/** The one with the most at the first step first; those of which nothing was given are left out. */
function mostFirst(all: Compared[]): Compared[] {
  const given = ({ funnel }: Compared) => funnel.steps[0] ?? { units: 0, usdCents: 0 };
  return all
    .filter((one) => given(one).units > 0)
    .toSorted((a, b) => given(b).usdCents - given(a).usdCents || given(b).units - given(a).units);
}
