import { implement } from '@orpc/server';
import * as z from 'zod/mini';
import { releaseRoutes } from '../contract/releases.ts';
import type { Day, Month } from '../domain/calendar.ts';
import type { Caller } from '../domain/caller.ts';
import { donorScope } from '../domain/equipment/chain/chainScopes.ts';
import { catalogueOf } from '../domain/figureCatalogue.ts';
import { ensureFound, ensureMay, may, nation, visibleRegions } from '../domain/permissions.ts';
import { regionCodes } from '../domain/countryPack.ts';
import { Milestone } from '../domain/plan/milestone.ts';
import { ProgressCube } from '../domain/progress.ts';
import { frozenCube, frozenOf, type Frozen } from '../domain/release/frozen.ts';
import { OpenReport, type Release } from '../domain/release/release.ts';
import { ensure } from '../domain/refusal.ts';
import { Donors } from '../store/equipment/donors.ts';
import { History } from '../store/history.ts';
import { Plan } from '../store/plan/plan.ts';
import { changedSince } from '../store/release/changedSince.ts';
import { makeRelease } from '../store/release/makeRelease.ts';
import { openReports } from '../store/release/openReports.ts';
import { Releases, releaseSubject } from '../store/release/releases.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { figuresFor, world } from './http/figuresFor.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(releaseRoutes).$context<Call>();
const releases = new Releases(database, pack);
const donors = new Donors(database, pack);
const history = new History(database);

export const handler = serve(
  os.router({
    list: os.list.handler(async ({ context: { caller } }) => {
      ensureMay(caller, 'readRelease');
      return { body: { releases: (await releases.all()).map((one) => seenBy(caller, one)) } };
    }),
    make: os.make.handler(async ({ input: { body }, context: call }) => {
      const { basedOn, idempotencyKey, ...order } = body;
      const { caller, today } = call;
      const what = commandOf('makeRelease', { basedOn, idempotencyKey }, order, call);
      const making = {
        order,
        today,
        authorise: () => ensureMay(caller, 'makeRelease', nation),
        freeze: () => frozenNow(order.month, today),
      };
      return { body: await makeRelease(database, pack, making, what) };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      const release = await readable(caller, params.releaseId);
      const [cube, milestones] = await Promise.all([
        releases.content(release, partFor(caller)),
        releases.content(release, 'milestones'),
      ]);
      return {
        body: {
          release: seenBy(caller, release),
          cube: ProgressCube.parse(cube),
          milestones: z.array(Milestone).parse(milestones ?? []),
        },
      };
    }),
    now: os.now.handler(async ({ input: { params }, context: { caller, today } }) => {
      const { month } = await readable(caller, params.releaseId);
      const told = await figuresFor(world, today).forRelease([]);
      return { body: { cube: frozenCube(told[partFor(caller)], month, pack) } };
    }),
    changed: os.changed.handler(async ({ input: { params, query }, context: { caller } }) => {
      const release = await readable(caller, params.releaseId);
      ensure(regionCodes(pack).includes(query.row), 'unknownRegion', 'There is no such region.', {
        field: 'row',
      });
      ensureMay(caller, 'readReport', { region: query.row });
      ensureMay(caller, 'readHistory', { region: query.row });
      const figure = catalogueOf(pack).get(params.figure);
      ensure(figure, 'notFound', 'There is no such figure.', { field: 'figure' });
      const open = z.array(OpenReport).parse(await releases.content(release, 'open'));
      return { body: await changedSince({ database, pack }, { release, open }, { figure, ...query }) };
    }),
    open: os.open.handler(async ({ input: { params }, context: { caller } }) => {
      const release = await readable(caller, params.releaseId);
      ensureMay(caller, 'readFacility');
      const all = z.array(OpenReport).parse(await releases.content(release, 'open'));
      const regions = new Set(visibleRegions(caller, regionCodes(pack)));
      return { body: { reports: all.filter(({ region }) => regions.has(region)) } };
    }),
    ofDonor: os.ofDonor.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readDonation', { donorIds: [params.donorId] });
      const release = await readable(caller, params.releaseId);
      const cube = await releases.content(release, donorScope(params.donorId));
      ensureFound(cube, 'readDonation');
      return { body: { cube: ProgressCube.parse(cube) } };
    }),
    history: os.history.handler(async ({ input: { params }, context: { caller } }) => {
      const { month } = await readable(caller, params.releaseId);
      ensureMay(caller, 'readHistory', nation);
      return { body: { lines: await history.of(releaseSubject(month), true) } };
    }),
  }),
);

/** Where equipment is, is told to those who see the whole country; the others read what the world is told. */
function partFor(caller: Caller): 'country' | 'outside' {
  return may(caller, 'readEquipment', nation) ? 'country' : 'outside';
}

async function readable(caller: Caller, releaseId: string): Promise<Release> {
  ensureMay(caller, 'readRelease');
  return releases.find(releaseId);
}

/** Who gave is for those who know the donors: of the content, others see only what is theirs to ask for. */
function seenBy(caller: Caller, release: Release): Release {
  if (may(caller, 'readDonation', nation)) return release;
  const own = caller.donorId === undefined ? [] : [donorScope(caller.donorId)];
  const names = new Set<string>(['outside', 'milestones', ...own]);
  return { ...release, content: release.content.filter(({ name }) => names.has(name)) };
}

/** Everything that a release of a month freezes, as it is now. */
async function frozenNow(month: Month, today: Day): Promise<Frozen> {
  const known = (await donors.all()).map(({ donorId }) => donorId);
  const [told, open, milestones] = await Promise.all([
    figuresFor(world, today).forRelease(known),
    openReports(database, pack, month),
    new Plan(database, pack).milestones(),
  ]);
  return frozenOf({ ...told, open, milestones }, month, pack);
}
