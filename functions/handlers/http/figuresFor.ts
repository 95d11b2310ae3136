import { lastDayOf, monthOf, type Day } from '../../domain/calendar.ts';
import type { Caller } from '../../domain/caller.ts';
import type { Contribution, Scope } from '../../domain/contribution.ts';
import { regionCodes, type RegionCode } from '../../domain/countryPack.ts';
import { donorOf, donorScope } from '../../domain/equipment/chain/chainScopes.ts';
import { repairsIn, repairsScope, repairsSince } from '../../domain/equipment/chain/repairs.ts';
import { donationsScope } from '../../domain/equipment/donationContributions.ts';
import { may, visibleRegions } from '../../domain/permissions.ts';
import { contributionsOf, cubeOf, ProgressCube, ProgressSums } from '../../domain/progress.ts';
import { disclosedName, outsideName } from '../../domain/release/frozen.ts';
import { ownProgress } from '../../domain/release/ownProgress.ts';
import { publicHead, type ToldProgress } from '../../domain/release/publicRelease.ts';
import type { Release } from '../../domain/release/release.ts';
import { monthOfUse } from '../../domain/report/monthOfUse.ts';
import { toldToWorld } from '../../domain/toldToWorld.ts';
import { Releases } from '../../store/release/releases.ts';
import { database } from './database.ts';
import { outsideNow, progress } from './figuresNow.ts';
import { pack } from './runtime.ts';

const releases = new Releases(database, pack);

/** Whom figures are for: someone who is signed in, or the world that reads what is published. */
type FigureReader = Caller | { role: 'public' };

/** The world: what is told to it may be handed on by whoever asked for it. */
export const world: FigureReader = { role: 'public' };

/**
 * The figures that a reader may have, on a day. Every read of sums goes this way: the ministry is told how it stands now, and
 * all others what the newest release tells. Of the own aid a donor is told how it stands now, but not what was done for people.
 * What a release is made of, and what has become of donations, is in `figuresNow`.
 */
export function figuresFor(reader: FigureReader, today: Day) {
  return {
    /** The country's progress. */
    country: async (): Promise<ToldProgress> => {
      if (!isOfMinistry(reader)) return toldNow(await releases.newest());
      return seenLive(reader, await progress.ofScope('country', today));
    },
    /** The regions of which a donor is told anything of the own aid. */
    regions: async (): Promise<RegionCode[]> =>
      isOfMinistry(reader) ? regionsOf(reader) : toldToWorld([], await outsideNow(today), pack).regions,
    /** The country's rows by region as the world is told them, and until when; there are none before the first release. */
    rowsToWorld: async (): Promise<{ rows: Contribution[]; until: Day }> => {
      const { release, ...cube } = await toldNow(await releases.newest());
      const until = release ? lastDayOf(release.month) : pack.programmeStart;
      return { rows: contributionsOf(cube, 'country'), until };
    },
    /** How far equipment of a scope came. */
    equipment: async (scope: Scope): Promise<ProgressCube> => {
      const donorId = donorOf(scope);
      if (isOfMinistry(reader)) return seenLive(reader, await progress.ofScope(scope, today));
      if (donorId === undefined) throw new Error('Nobody outside the ministry asks for all equipment.');
      return ownOf(donorId, await releases.newest(), today);
    },
    /** The rows of a donor's equipment by region, as the world is told them. */
    rowsOfDonor: async (donorId: string): Promise<Contribution[]> =>
      contributionsOf(await ownOf(donorId, undefined, today), donorScope(donorId)),
    /** What became of a donor's aid, with how complete the month is of which its use is told. */
    ofDonor: async (donorId: string) => {
      const newest = await releases.newest();
      const [cube, { release, ...told }] = await Promise.all([
        ownOf(donorId, newest, today),
        toldNow(newest),
      ]);
      return { cube, use: useIn(told), release };
    },
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

/** The country as a release tells it to everybody; nothing before the first, and of one that was made before anything was left out. */
async function toldNow(newest: Release | undefined): Promise<ToldProgress> {
  const cube = newest && (await disclosedIn(newest, outsideName));
  if (!newest || !cube) return { months: [], rows: regionCodes(pack), figures: {}, notShown: {} };
  return { ...cube, release: publicHead(newest) };
}

/** A donor's aid as it stands now, and of what was done for people the share that a release tells. */
async function ownOf(donorId: string, newest: Release | undefined, today: Day): Promise<ProgressCube> {
  const [rows, outside, share] = await Promise.all([
    progress.ofScope(donorScope(donorId), today),
    outsideNow(today),
    newest && disclosedIn(newest, donorScope(donorId)),
  ]);
  const told = newest && share && { share, month: newest.month };
  return ownProgress(toldToWorld(rows, outside, pack), told, pack);
}

async function disclosedIn(release: Release, scope: string): Promise<ProgressCube | undefined> {
  const content = await releases.content(release, disclosedName(scope));
  return content === undefined ? undefined : ProgressCube.parse(content);
}

/** Whoever sees only some regions does not see the nation's own row. */
function seenLive(reader: Caller, rows: Contribution[]): ProgressCube {
  const regions = regionsOf(reader);
  const isWhole = regions.length === pack.regions.length;
  return cubeOf(isWhole ? rows : rows.filter(({ row }) => regions.includes(row)), regions);
}

/** The newest month of which the use is told, and of how many reports it is made. */
function useIn(told: ProgressCube) {
  const sums = new ProgressSums(told, pack);
  const month = monthOfUse(sums, sums.months);
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

function isOfMinistry(reader: FigureReader): reader is Caller {
  return reader.role !== 'public' && may(reader, 'readFacility');
}
