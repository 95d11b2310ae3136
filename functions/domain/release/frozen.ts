import * as z from 'zod/mini';
import type { Month } from '../calendar.ts';
import { approvedName, catalogueOf, type Counting } from '../figureCatalogue.ts';
import { donorScope } from '../equipment/chain/chainScopes.ts';
import type { Milestone } from '../plan/milestone.ts';
import { inNameOrder, ProgressCube, ProgressSums } from '../progress.ts';
import { disclosedProgress, disclosedShare } from '../disclosure/disclosed.ts';
import { distinct, Remembered, stillKnown, type PastRelation } from '../disclosure/known.ts';
import { lostInShare, lostSince } from '../disclosure/past.ts';
import { shownByUse, type Counted } from '../disclosure/tables.ts';
import type { CountryPack } from '../countryPack.ts';
import type { OpenReport, Release } from './release.ts';

/** What a release freezes, and what it says of itself. */
export interface Frozen extends Pick<Release, 'open' | 'figures'> {
  /** Its content by name: a scope of progress, the reports that are open, the milestones. */
  content: Record<string, unknown>;
}

/** All that there is when a release is made: progress as the ministry and as the world may be told it, and each donor's. */
interface ThereIs {
  country: ProgressCube;
  outside: Counted;
  donors: ({ donorId: string } & Counted)[];
  open: OpenReport[];
  milestones: Milestone[];
  /** What the newest release before it froze, and told. */
  before?: Told | undefined;
}

/** What a release froze as the world may be told it, by scope of progress, and what is remembered of it and those before it. */
export interface Told {
  cubes: Record<string, ProgressCube>;
  remembered: Record<string, Remembered>;
  /** How many facilities had any of the figures of which their use tells that. */
  users?: ProgressCube | undefined;
}

/** Everything that a release of a month freezes. */
export function frozenOf(there: ThereIs, month: Month, pack: Disclosing): Frozen {
  const { open } = there;
  const country = frozenCube(there.country, month, pack);
  const frozen = ({ cube, reporters }: Counted) => ({ cube: frozenCube(cube, month, pack), reporters });
  const outside = frozen(there.outside);
  const donors = there.donors.map(({ donorId, ...counted }) => ({
    scope: donorScope(donorId),
    ...frozen(counted),
  }));
  const { cubes, remembered } = disclosed({ outside, donors, before: there.before }, month, pack);
  const sums = new ProgressSums(country, pack);
  const told = new ProgressSums(cubes[outsideName] ?? outside.cube, pack);
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
      outside: outside.cube,
      milestones: there.milestones.filter(({ on, isWithdrawn }) => !isWithdrawn && on.slice(0, 7) <= month),
      ...Object.fromEntries(donors.map(({ scope, cube }) => [scope, cube])),
      ...Object.fromEntries(Object.entries(cubes).map(([scope, cube]) => [disclosedName(scope), cube])),
      [rememberedName]: remembered,
      [usersName]: usersIn(outside, month, pack),
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
  const remembered = z.safeParse(RememberedByScope, content.get(rememberedName));
  if (!remembered.success) return undefined;
  const users = content.get(usersName);
  return {
    remembered: remembered.data,
    ...(users !== undefined && { users: ProgressCube.parse(users) }),
    cubes: Object.fromEntries(
      Object.keys(remembered.data).map((scope) => [scope, ProgressCube.parse(content.get(scope))]),
    ),
  };
}

/** The part of a release that holds what is remembered of it. */
export const rememberedName = 'remembered';

/** The part of a release that holds how many facilities its figures of use told of. */
const usersName = 'users';

function usersIn(
  { reporters: { months, rows, figures } }: Counted,
  month: Month,
  pack: Disclosing,
): ProgressCube {
  const own = shownByUse([...catalogueOf(pack).values()], pack).flatMap(({ name }) => {
    const column = figures[name]?.slice(0, months.filter((each) => each <= month).length * rows.length);
    return column ? [[name, column] as const] : [];
  });
  return { months: months.filter((each) => each <= month), rows, figures: Object.fromEntries(own) };
}

const RememberedByScope = z.record(z.string(), Remembered);

/** What follows from the sums that were told when progress stood so. */
type Lost = (then: ProgressCube, told: Remembered['told']) => PastRelation[];

/** The frozen figures as everybody may read them, and what is to be remembered of them. */
function disclosed(
  {
    outside,
    donors,
    before,
  }: { outside: Counted; donors: ({ scope: string } & Counted)[]; before: Told | undefined },
  month: Month,
  pack: Disclosing,
): Told {
  const rememberedOf = (scope: string, { cube }: Counted, lost: Lost): Remembered => {
    const [then, remembered] = [before?.cubes[scope], before?.remembered[scope]];
    const { told = [], withheld = [], past = [] } = remembered ?? {};
    if (!then) return { told: [], withheld, past };
    return {
      told: stillKnown(told, then, cube, pack.country),
      withheld,
      past: distinct([...past, ...lost(then, told)]),
    };
  };
  const wholeThen = before?.cubes[outsideName];
  const users = before?.users;
  const lostInAll: Lost = (cube, told) =>
    // Of a release that was made before use was remembered, what it told is known no more once it was changed.
    users ? lostSince({ cube, reporters: users }, outside.cube, told, pack) : [];
  const whole = disclosedProgress(outside, rememberedOf(outsideName, outside, lostInAll), {
    until: month,
    pack,
  });
  const shares = donors.map(({ scope, ...counted }) => {
    const { nationTold } = whole;
    const lost: Lost = (then, told) =>
      wholeThen
        ? lostInShare(
            { cube: then, whole: wholeThen },
            { cube: counted.cube, whole: outside.cube },
            told,
            pack,
          )
        : [];
    const remembered = rememberedOf(scope, counted, lost);
    const share = disclosedShare(counted, remembered, { whole: outside, nationTold, pack });
    return [scope, share] as const;
  });
  const all = [[outsideName, whole] as const, ...shares];
  return {
    cubes: Object.fromEntries(all.map(([scope, { cube }]) => [scope, cube])),
    remembered: Object.fromEntries(all.map(([scope, { remembered }]) => [scope, remembered])),
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
