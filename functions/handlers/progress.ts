import { implement } from '@orpc/server';
import { progressRoutes } from '../contract/progress.ts';
import type { Caller } from '../domain/caller.ts';
import { donorOf, equipmentScope } from '../domain/equipment/chain/chainScopes.ts';
import { ensureFound, ensureMay, may } from '../domain/permissions.ts';
import { ProgressSums, summaryOf } from '../domain/progress.ts';
import type { ToldProgress } from '../domain/release/publicRelease.ts';
import type { Call } from './http/call.ts';
import { withEtag } from './http/etag.ts';
import { figuresFor, world } from './http/figuresFor.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';

const os = implement(progressRoutes).$context<Call>();

export const handler = serve(
  os.router({
    cube: os.cube.handler(async ({ input, context }) =>
      withEtag(await cubeFor(context), input.headers?.['if-none-match']),
    ),
    summary: os.summary.handler(async ({ input: { query }, context }) => {
      const { release, ...cube } = await cubeFor(context);
      // Of what a release tells there is nothing after its month.
      const month = release && release.month < query.month ? release.month : query.month;
      return { body: summaryOf(new ProgressSums(cube, pack), month) };
    }),
    equipment: os.equipment.handler(async ({ input, context: { caller, today } }) => {
      const { scope = equipmentScope } = input.query;
      const donorId = donorOf(scope);
      if (donorId === undefined) ensureReadsEquipment(caller);
      else ensureReadsDonor(caller, donorId);
      return withEtag(await figuresFor(caller, today).equipment(scope), input.headers?.['if-none-match']);
    }),
    ofDonor: os.ofDonor.handler(async ({ input: { params }, context: { caller, today } }) => {
      ensureReadsDonor(caller, params.donorId);
      // Whoever asks, it is what may be handed on to the donor's board.
      return { body: await figuresFor(world, today).ofDonor(params.donorId) };
    }),
    repairs: os.repairs.handler(async ({ context: { caller, today } }) => {
      ensureReadsEquipment(caller);
      return { body: await figuresFor(caller, today).repairs() };
    }),
  }),
);

function cubeFor({ caller, today }: Pick<Call, 'caller' | 'today'>): Promise<ToldProgress> {
  ensureMay(caller, 'readProgress');
  return figuresFor(caller, today).country();
}

function ensureReadsDonor(caller: Caller, donorId: string): void {
  ensureMay(caller, 'readDonation', { donorIds: [donorId] });
}

/** All equipment together is the ministry's: to others there is none. */
function ensureReadsEquipment(caller: Caller): void {
  ensureFound(may(caller, 'readEquipment') || undefined, 'readProgress');
}
