import { monthOf, type Day } from '../../domain/calendar.ts';
import type { Caller } from '../../domain/caller.ts';
import type { Amounts, Contribution, Scope } from '../../domain/contribution.ts';
import { regionCodes, type RegionCode } from '../../domain/countryPack.ts';
import { donorScope } from '../../domain/equipment/chain/chainScopes.ts';
import { repairsIn, repairsScope, repairsSince } from '../../domain/equipment/chain/repairs.ts';
import { donationsScope } from '../../domain/equipment/donationContributions.ts';
import { catalogueOf } from '../../domain/figureCatalogue.ts';
import { isInside } from '../../domain/locationPolicy.ts';
import { may, visibleRegions } from '../../domain/permissions.ts';
import { cubeOf, ProgressSums, type ProgressCube } from '../../domain/progress.ts';
import { reportersScope } from '../../domain/release/reporters.ts';
import { monthOfUse } from '../../domain/report/monthOfUse.ts';
import { outsideScope, toldRegions } from '../../domain/toldOutside.ts';
import { toldToWorld } from '../../domain/toldToWorld.ts';
import { Progress } from '../../store/progress.ts';
import { database } from './database.ts';
import { pack } from './runtime.ts';

const progress = new Progress(database, pack);

/** Whom figures are for: someone who is signed in, or the world that reads what is published. */
export type FigureReader = Caller | { role: 'public' };

/** The world: what is told to it may be handed on by whoever asked for it. */
export const world: FigureReader = { role: 'public' };

/**
 * The figures that a reader may have, on a day. Every read of sums goes this way: they are told live, and once there are
 * releases, whoever is outside is told the release here.
 */
export function figuresFor(reader: FigureReader, today: Day) {
  return {
    /** The country's progress. */
    country: async (): Promise<ProgressCube> => {
      const cube = await cubeFor(reader, 'country', today);
      return isOfMinistry(reader) ? cube : { ...cube, figures: toldToAll(cube.figures) };
    },
    /** The regions of which the reader is told anything. */
    regions: async (): Promise<RegionCode[]> =>
      isInside(reader) ? regionsOf(reader) : toldRegions(await progress.ofScope(outsideScope, today), pack),
    /** The country's rows by region. */
    rowsOfCountry: (): Promise<Contribution[]> => rowsFor(reader, 'country', today),
    /** All that a release freezes, whoever makes it: the country's progress as the ministry and as the world is told it, and each donor's. */
    forRelease: async (donorIds: string[]) => {
      const scopes = ['country', ...donorIds.map(donorScope)] as const;
      const of = (scope: Scope) => progress.ofScope(scope, today);
      const [outside, all, reporters] = await Promise.all([
        of(outsideScope),
        Promise.all(scopes.map(of)),
        Promise.all(scopes.map((scope) => of(reportersScope(scope)))),
      ]);
      const [rows = [], ...ofDonors] = all;
      const [inAll = [], ...inDonors] = reporters;
      const reportersIn = (some: Contribution[] = []) => cubeOf(some, regionCodes(pack));
      return {
        country: cubeOf(rows, regionCodes(pack)),
        outside: { cube: seenBy(world, rows, outside, 'country'), reporters: reportersIn(inAll) },
        donors: donorIds.map((donorId, index) => ({
          donorId,
          cube: seenBy(world, ofDonors[index] ?? [], outside),
          reporters: reportersIn(inDonors[index]),
        })),
      };
    },
    /** How far equipment of a scope came. */
    equipment: (scope: Scope): Promise<ProgressCube> => cubeFor(reader, scope, today),
    /** The rows of a donor by region. */
    rowsOfDonor: (donorId: string): Promise<Contribution[]> => rowsFor(reader, donorScope(donorId), today),
    /** What became of a donor's aid, with how complete the month is of which its use is told. */
    ofDonor: async (donorId: string) => {
      const [rows, outside] = await Promise.all([
        progress.ofScope(donorScope(donorId), today),
        progress.ofScope(outsideScope, today),
      ]);
      return { cube: seenBy(reader, rows, outside), use: useIn(outside, today) };
    },
    /** What has become of each donation until now, by its code; whoever asks looks up those that the reader may see. */
    ofDonations: (): Promise<ReadonlyMap<string, Amounts>> => progress.ofDonations(today),
    /** The rows of each donation, month by month; they say of no region. */
    rowsOfDonations: (): Promise<Contribution[]> => progress.ofScope(donationsScope, today),
    /** The repairs of the last twelve months, by region. */
    repairs: async () => {
      const since = repairsSince(monthOf(today));
      const rows = await progress.ofScope(repairsScope, today);
      return {
        since,
        repairs: repairsIn(rows, { since, until: monthOf(today), regions: regionsOf(reader) }),
      };
    },
  };
}

async function cubeFor(reader: FigureReader, scope: Scope, today: Day): Promise<ProgressCube> {
  const [rows, outside] = await withOutside(reader, scope, today);
  return seenBy(reader, rows, outside, scope);
}

async function rowsFor(reader: FigureReader, scope: Scope, today: Day): Promise<Contribution[]> {
  const [rows, outside] = await withOutside(reader, scope, today);
  return isInside(reader) ? rows : toldToWorld(rows, outside, pack, scope).rows;
}

/** The ministry and the heads need not be told what is told outside. */
function withOutside(reader: FigureReader, scope: Scope, today: Day) {
  return Promise.all([
    progress.ofScope(scope, today),
    isInside(reader) ? [] : progress.ofScope(outsideScope, today),
  ]);
}

/** Whoever sees only some regions does not see the nation's own row. */
function seenBy(
  reader: FigureReader,
  rows: Contribution[],
  outside: Contribution[],
  scope?: Scope,
): ProgressCube {
  if (!isInside(reader)) {
    const seen = toldToWorld(rows, outside, pack, scope);
    return cubeOf(seen.rows, seen.regions);
  }
  const regions = regionsOf(reader);
  const isWhole = regions.length === pack.regions.length;
  return cubeOf(isWhole ? rows : rows.filter(({ row }) => regions.includes(row)), regions);
}

/** The newest month of which the use is told, and of how many reports it is made. */
function useIn(outside: Contribution[], today: Day) {
  const sums = new ProgressSums(cubeOf(outside, regionCodes(pack)), pack);
  const month = monthOfUse(
    sums,
    sums.months.filter((each) => each <= monthOf(today)),
  );
  if (!month) return undefined;
  return {
    month,
    reportsExpected: sums.value('reportsExpected', month),
    reportsApproved: sums.amount('reportsApproved', month),
  };
}

function regionsOf(reader: FigureReader): RegionCode[] {
  const all = regionCodes(pack);
  return reader.role === 'public' ? all : visibleRegions(reader, all);
}

function isOfMinistry(reader: FigureReader): boolean {
  return reader.role !== 'public' && may(reader, 'readFacility');
}

/** The figures without those that are for the ministry alone. */
function toldToAll(figures: ProgressCube['figures']): ProgressCube['figures'] {
  const catalogue = catalogueOf(pack);
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !catalogue.get(name)?.isForMinistry));
}
