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
import {
  disclosedName,
  frozenCube,
  frozenOf,
  outsideName,
  toldIn,
  type Frozen,
  type Told,
} from '../domain/release/frozen.ts';
import { OpenReport, type Release, type ToldRelease } from '../domain/release/release.ts';
import { ensure } from '../domain/refusal.ts';
import { Donors } from '../store/equipment/donors.ts';
import { History } from '../store/history.ts';
import { Plan } from '../store/plan/plan.ts';
import { changedSince } from '../store/release/changedSince.ts';
import { askToPublish } from '../store/publication/askToPublish.ts';
import { makeRelease } from '../store/release/makeRelease.ts';
import { openReports } from '../store/release/openReports.ts';
import { Releases, releaseSubject } from '../store/release/releases.ts';
import { commandOf, type Call } from './http/call.ts';
import { database } from './http/database.ts';
import { toRelease } from './http/figuresNow.ts';
import { logger, pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(releaseRoutes).$context<Call>();
const releases = new Releases(database, pack);
const donors = new Donors(database, pack);
const history = new History(database);
/** Of a country of tens of thousands of facilities all that were open would be more than a function may answer. */
const openPageSize = 500;

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
        freeze: (newest: Release | undefined) => frozenNow(order.month, today, newest),
      };
      const made = await makeRelease(database, pack, making, what);
      // It is made all the same where that cannot be asked for now: the night publishes it.
      await askToPublish(process.env, made.releaseId).catch((error: unknown) =>
        logger.error('publication not asked for', error instanceof Error ? error : new Error(String(error))),
      );
      return { body: made };
    }),
    get: os.get.handler(async ({ input: { params }, context: { caller } }) => {
      const release = await readable(caller, params.releaseId);
      const [cube, milestones] = await Promise.all([
        cubeSeenBy(caller, release, partFor(caller)),
        releases.content(release, 'milestones'),
      ]);
      return {
        body: {
          release: seenBy(caller, release),
          cube,
          milestones: z.array(Milestone).parse(milestones ?? []),
        },
      };
    }),
    now: os.now.handler(async ({ input: { params }, context: { caller, today } }) => {
      const { month } = await readable(caller, params.releaseId);
      // What has changed since is in the next release: before it, live figures would tell what that leaves out.
      ensureMay(caller, 'readEquipment', nation);
      const { country } = await toRelease([], today);
      return { body: { cube: frozenCube(country, month, pack) } };
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
    open: os.open.handler(async ({ input: { params, query }, context: { caller } }) => {
      const release = await readable(caller, params.releaseId);
      ensureMay(caller, 'readFacility');
      const all = z.array(OpenReport).parse(await releases.content(release, 'open'));
      const regions = new Set(visibleRegions(caller, regionCodes(pack)));
      const seen = all.filter(({ region }) => regions.has(region));
      const page = Number(query.page ?? 0);
      const end = (page + 1) * openPageSize;
      return {
        body: {
          reports: seen.slice(page * openPageSize, end),
          size: seen.length,
          ...(end < seen.length && { next: String(page + 1) }),
        },
      };
    }),
    ofDonor: os.ofDonor.handler(async ({ input: { params }, context: { caller } }) => {
      ensureMay(caller, 'readDonation', { donorIds: [params.donorId] });
      const release = await readable(caller, params.releaseId);
      const scope = donorScope(params.donorId);
      const isThere = release.content.some(({ name }) => name === scope);
      ensureFound(isThere || undefined, 'readDonation');
      return { body: { cube: await cubeSeenBy(caller, release, scope) } };
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
  return may(caller, 'readEquipment', nation) ? 'country' : outsideName;
}

/** A scope of a release as the caller may read it: whole where the caller runs the rollout of the whole country. */
async function cubeSeenBy(caller: Caller, release: Release, scope: string): Promise<ProgressCube> {
  const isWhole = may(caller, 'readEquipment', nation);
  const cube = await releases.content(release, isWhole ? scope : disclosedName(scope));
  // One that was made before small counts were left out tells nobody else of its figures.
  ensureFound(cube, 'readRelease');
  return ProgressCube.parse(cube);
}

async function readable(caller: Caller, releaseId: string): Promise<Release> {
  ensureMay(caller, 'readRelease');
  return releases.find(releaseId);
}

/**
 * Who gave is for those who know the donors, and so is who made it: of the content, others see only what is theirs to ask
 * for. A digest of what is left out for them would tell it to whoever tries the few values that it can have.
 */
function seenBy(caller: Caller, release: Release): ToldRelease {
  if (may(caller, 'readDonation', nation)) return release;
  const { by: _, ...told } = release;
  const own = caller.donorId === undefined ? [] : [donorScope(caller.donorId)];
  const names = new Set<string>(['milestones', ...[outsideName, ...own].map(disclosedName)]);
  const content = told.content.filter(({ name }) => names.has(name));
  // One that was made before small counts were left out tells none of its figures.
  const isDisclosed = content.some(({ name }) => name === disclosedName(outsideName));
  return { ...told, content, figures: isDisclosed ? told.figures : {} };
}

/** Everything that a release of a month freezes, as it is now. */
async function frozenNow(month: Month, today: Day, newest: Release | undefined): Promise<Frozen> {
  const known = (await donors.all()).map(({ donorId }) => donorId);
  const [told, open, milestones] = await Promise.all([
    toRelease(known, today),
    openReports(database, pack, month),
    new Plan(database, pack).milestones(),
  ]);
  return frozenOf({ ...told, open, milestones, before: await toldBefore(newest) }, month, pack);
}

/** What the newest release told. */
async function toldBefore(newest: Release | undefined): Promise<Told | undefined> {
  if (!newest) return undefined;
  const parts = newest.content.map(async ({ name }) => [name, await releases.content(newest, name)] as const);
  return toldIn(new Map(await Promise.all(parts)));
}
