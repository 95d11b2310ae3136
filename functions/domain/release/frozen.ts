import type { Month } from '../calendar.ts';
import { approvedName, catalogueOf, type Counting } from '../figureCatalogue.ts';
import { donorScope } from '../equipment/chain/chainScopes.ts';
import type { Milestone } from '../plan/milestone.ts';
import { ProgressSums, type ProgressCube } from '../progress.ts';
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
}

/** Everything that a release of a month freezes. */
export function frozenOf(there: ThereIs, month: Month, pack: Counting): Frozen {
  const { open } = there;
  const country = frozenCube(there.country, month, pack);
  const sums = new ProgressSums(country, pack);
  const isMissed = (one: OpenReport) => one.month === month && one.standing !== 'correcting';
  const before = open.filter((one) => one.month < month).length;
  return {
    open: { ofMonth: open.filter(isMissed).length, expected: sums.value('reportsExpected', month), before },
    figures: Object.fromEntries(
      inLists.filter((name) => catalogueOf(pack).has(name)).map((name) => [name, sums.value(name, month)]),
    ),
    content: {
      country,
      outside: frozenCube(there.outside, month, pack),
      milestones: there.milestones.filter(({ on, isWithdrawn }) => !isWithdrawn && on.slice(0, 7) <= month),
      ...Object.fromEntries(
        there.donors.map(({ donorId, cube }) => [donorScope(donorId), frozenCube(cube, month, pack)]),
      ),
      open,
    },
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
