import { implement } from '@orpc/server';
import { progressRoutes } from '../contract/progress.ts';
import { monthOf } from '../domain/calendar.ts';
import type { Caller } from '../domain/caller.ts';
import type { Contribution, Scope } from '../domain/contribution.ts';
import { catalogueOf } from '../domain/figureCatalogue.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { donorOf, equipmentScope } from '../domain/equipment/chain/chainScopes.ts';
import { repairsIn, repairsScope, repairsSince } from '../domain/equipment/chain/repairs.ts';
import { isInside } from '../domain/locationPolicy.ts';
import { ensureFound, ensureMay, may, visibleRegions } from '../domain/permissions.ts';
import { cubeOf, ProgressSums, summaryOf, type ProgressCube } from '../domain/progress.ts';
import { Progress } from '../store/progress.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { serve } from './http/serve.ts';
import { pack } from './http/runtime.ts';
import { withEtag } from './http/etag.ts';

const os = implement(progressRoutes).$context<Call>();
const progress = new Progress(database, pack);

export const handler = serve(
  os.router({
    cube: os.cube.handler(async ({ input, context }) =>
      withEtag(await cubeFor(context), input.headers?.['if-none-match']),
    ),
    summary: os.summary.handler(async ({ input, context }) => ({
      body: summaryOf(new ProgressSums(await cubeFor(context), pack), input.query.month),
    })),
    equipment: os.equipment.handler(async ({ input, context }) =>
      withEtag(await equipmentFor(context, input.query.scope), input.headers?.['if-none-match']),
    ),
    repairs: os.repairs.handler(async ({ context: { caller, today } }) => {
      ensureReadsEquipment(caller);
      const since = repairsSince(monthOf(today));
      const regions = visibleRegions(caller, regionCodes(pack));
      const rows = await progress.ofScope(repairsScope, today);
      return { body: { since, repairs: repairsIn(rows, { since, until: monthOf(today), regions }) } };
    }),
  }),
);

/** The country as the caller may see it. */
async function cubeFor({ caller, today }: Pick<Call, 'caller' | 'today'>): Promise<ProgressCube> {
  ensureMay(caller, 'readProgress');
  return cubeSeenBy(caller, await progress.ofScope('country', today));
}

/** Given equipment as the caller may see it. A donor is told of its own, and where that is by the places' policy alone. */
async function equipmentFor(
  { caller, today }: Pick<Call, 'caller' | 'today'>,
  scope: Scope = equipmentScope,
): Promise<ProgressCube> {
  const donorId = donorOf(scope);
  if (donorId === undefined) ensureReadsEquipment(caller);
  else ensureMay(caller, 'readDonation', { donorIds: [donorId] });
  const rows = await progress.ofScope(scope, today);
  if (isInside(caller)) return cubeSeenBy(caller, rows);
  const whole = rows.map((one) => ({ ...one, row: pack.country }));
  return cubeOf(whole, []);
}

/** All equipment together is the ministry's: to others there is none. */
function ensureReadsEquipment(caller: Caller): void {
  ensureFound(may(caller, 'readEquipment') || undefined, 'readProgress');
}

/** Whoever sees only some regions does not see the nation's own row. */
function cubeSeenBy(caller: Caller, rows: Contribution[]): ProgressCube {
  const all = regionCodes(pack);
  const regions = visibleRegions(caller, all);
  const isWhole = regions.length === all.length;
  const cube = cubeOf(isWhole ? rows : rows.filter(({ row }) => regions.includes(row)), regions);
  return may(caller, 'readFacility') ? cube : { ...cube, figures: toldToAll(cube.figures) };
}

/** The figures without those that are for the ministry alone. */
function toldToAll(figures: ProgressCube['figures']): ProgressCube['figures'] {
  const catalogue = catalogueOf(pack);
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !catalogue.get(name)?.isForMinistry));
}
