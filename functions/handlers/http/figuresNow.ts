import type { Day } from '../../domain/calendar.ts';
import type { Amounts, Contribution, Scope } from '../../domain/contribution.ts';
import { regionCodes } from '../../domain/countryPack.ts';
import { donorScope } from '../../domain/equipment/chain/chainScopes.ts';
import { cubeOf, type ProgressCube } from '../../domain/progress.ts';
import { reportersScope } from '../../domain/release/reporters.ts';
import { outsideScope } from '../../domain/toldOutside.ts';
import { toldToWorld } from '../../domain/toldToWorld.ts';
import { Progress } from '../../store/progress.ts';
import { database } from './database.ts';
import { pack } from './runtime.ts';

// Whoever answers with sums asks `figuresFor`: these are as they stand now, whoever reads them.

export const progress = new Progress(database, pack);

/** What has to be known before sums are told outside. */
export const outsideNow = (today: Day): Promise<Contribution[]> => progress.ofScope(outsideScope, today);

/** What has become of each donation until now, by its code; whoever asks looks up those that the reader may see. */
export const ofDonationsNow = (today: Day): Promise<ReadonlyMap<string, Amounts>> =>
  progress.ofDonations(today);

/** All that a release freezes, whoever makes it: the country's progress as the ministry and as the world is told it, and each donor's. */
export async function toRelease(donorIds: string[], today: Day) {
  const scopes = ['country', ...donorIds.map(donorScope)] as const;
  const of = (scope: Scope) => progress.ofScope(scope, today);
  const [outside, all, reporters] = await Promise.all([
    outsideNow(today),
    Promise.all(scopes.map(of)),
    Promise.all(scopes.map((scope) => of(reportersScope(scope)))),
  ]);
  const [rows = [], ...ofDonors] = all;
  const [inAll = [], ...inDonors] = reporters;
  const reportersIn = (some: Contribution[] = []) => cubeOf(some, regionCodes(pack));
  return {
    country: cubeOf(rows, regionCodes(pack)),
    outside: { cube: seenOutside(rows, outside, 'country'), reporters: reportersIn(inAll) },
    donors: donorIds.map((donorId, index) => ({
      donorId,
      cube: seenOutside(ofDonors[index] ?? [], outside),
      reporters: reportersIn(inDonors[index]),
    })),
  };
}

function seenOutside(rows: Contribution[], outside: Contribution[], scope?: Scope): ProgressCube {
  const seen = toldToWorld(rows, outside, pack, scope);
  return cubeOf(seen.rows, seen.regions);
}
