import * as z from 'zod/mini';
import type { Month } from '../calendar.ts';
import { approvedName, catalogueOf, type Counting } from '../figureCatalogue.ts';
import { donorScope } from '../equipment/chain/chainScopes.ts';
import type { Milestone } from '../plan/milestone.ts';
import { ProgressCube, ProgressSums } from '../progress.ts';
import { disclosedProgress, disclosedShare } from '../disclosure/disclosed.ts';
import { KnownSum, stillKnown } from '../disclosure/known.ts';
import type { CountryPack } from '../countryPack.ts';
import type { OpenReport, Release } from './release.ts';

/** What a release freezes, and what it says of itself. */
export interface Frozen extends Pick<Release, 'open' | 'figures'> {
  /** Its content by name: a scope of progress, the reports that are open, the milestones. */
  content: Record<string, unknown>;
}

/** All that there is when a release is made: progress as the ministry and as the world is told it, and each donor's. */
interface ThereIs {
  country: ProgressCube;
  outside: ProgressCube;
  donors: { donorId: string; cube: ProgressCube }[];
  open: OpenReport[];
  milestones: Milestone[];
  /** What the newest release before it froze, and told. */
  before?: Told | undefined;
}

/** What a release froze as the world is told it, by scope of progress, and all that was told until then. */
export interface Told {
  cubes: Record<string, ProgressCube>;
  known: Record<string, KnownSum[]>;
}

/** Everything that a release of a month freezes. */
export function frozenOf(there: ThereIs, month: Month, pack: Disclosing): Frozen {
  const { open } = there;
  const country = frozenCube(there.country, month, pack);
  const outside = frozenCube(there.outside, month, pack);
  const donors = there.donors.map(({ donorId, cube }) => ({
    scope: donorScope(donorId),
    cube: frozenCube(cube, month, pack),
  }));
  const { cubes, known } = disclosed({ outside, donors, before: there.before }, month, pack);
  const sums = new ProgressSums(country, pack);
  const told = new ProgressSums(cubes[outsideName] ?? outside, pack);
  const isMissed = (one: OpenReport) => one.month === month && one.standing !== 'correcting';
  const before = open.filter((one) => one.month < month).length;
  return {
    open: { ofMonth: open.filter(isMissed).length, expected: sums.value('reportsExpected', month), before },
    figures: Object.fromEntries(
      inLists
        .filter((name) => catalogueOf(pack).has(name) && told.shows(name, month))
        .map((name) => [name, sums.value(name, month)]),
    ),
    content: {
      country,
      outside,
      milestones: there.milestones.filter(({ on, isWithdrawn }) => !isWithdrawn && on.slice(0, 7) <= month),
      ...Object.fromEntries(donors.map(({ scope, cube }) => [scope, cube])),
      ...Object.fromEntries(Object.entries(cubes).map(([scope, cube]) => [disclosedName(scope), cube])),
      [knownName]: known,
      open,
    },
  };
}

type Disclosing = Counting & Pick<CountryPack, 'country'>;

/** The country's progress as the world is told it. */
export const outsideName = 'outside';

/** The part of a release that holds a scope as everybody may read it. */
export const disclosedName = (scope: string): string => `disclosed:${scope}`;

/** What a release told, of its content by name; undefined for one that was made before anything was left out. */
export function toldIn(content: ReadonlyMap<string, unknown>): Told | undefined {
  const known = z.safeParse(KnownByScope, content.get(knownName));
  if (!known.success) return undefined;
  return {
    known: known.data,
    cubes: Object.fromEntries(
      Object.keys(known.data).map((scope) => [scope, ProgressCube.parse(content.get(scope))]),
    ),
  };
}

/** The part of a release that holds what is known by it. */
export const knownName = 'known';

const KnownByScope = z.record(z.string(), z.array(KnownSum));

/** The frozen figures as everybody may read them, and all that is known with them. */
function disclosed(
  frozen: {
    outside: ProgressCube;
    donors: { scope: string; cube: ProgressCube }[];
    before: Told | undefined;
  },
  month: Month,
  pack: Disclosing,
): Told {
  const { outside, donors, before } = frozen;
  const knownOf = (scope: string, cube: ProgressCube): KnownSum[] => {
    const [then, known] = [before?.cubes[scope], before?.known[scope]];
    return then && known ? stillKnown(known, then, cube, pack.country) : [];
  };
  const whole = disclosedProgress(outside, knownOf(outsideName, outside), { until: month, pack });
  const shares = donors.map(({ scope, cube }) => {
    const share = disclosedShare(cube, knownOf(scope, cube), { whole, pack });
    return [scope, share] as const;
  });
  const all = [[outsideName, whole] as const, ...shares];
  return {
    cubes: Object.fromEntries(all.map(([scope, { cube }]) => [scope, cube])),
    known: Object.fromEntries(all.map(([scope, { known }]) => [scope, known])),
  };
}

/** The figures that lists of releases show. */
const inLists = ['facilitiesLive', 'teleconsultations'];

/** What says how far the work on reports is, and is not approved itself. */
const unfinished = new Set(['reportsReceived', 'reportsOnTime', 'reportsAwaitingReview']);

/**
 * A cube as a release freezes it: up to the month, and of each figure only what is approved, under its own name. What is for
 * the ministry alone is in no release.
 */
export function frozenCube(cube: ProgressCube, month: Month, pack: Counting): ProgressCube {
  const catalogue = catalogueOf(pack);
  const months = cube.months.filter((each) => each <= month);
  const kept = months.length * cube.rows.length;
  const figures: ProgressCube['figures'] = {};
  for (const [name, column] of Object.entries(cube.figures)) {
    const figure = catalogue.get(nameOfApproved(name) ?? name);
    if (figure?.isForMinistry || unfinished.has(name)) continue;
    if (figure?.hasApproved && nameOfApproved(name) === undefined) continue;
    const own = column.slice(0, kept);
    if (own.some((amount) => amount !== 0)) figures[figure?.name ?? name] = own;
  }
  return { months, rows: cube.rows, figures: inNameOrder(figures) };
}

const prefix = approvedName('');

function nameOfApproved(name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

function inNameOrder(figures: ProgressCube['figures']): ProgressCube['figures'] {
  return Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
}
