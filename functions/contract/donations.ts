import * as z from 'zod/mini';
import { CommandHead, IdempotencyKey } from '../domain/command.ts';
import { ConsignmentId } from '../domain/equipment/consignment.ts';
import {
  Agreement,
  Donation,
  DonationPlan,
  LineId,
  PlannedRow,
  ReadinessOverride,
} from '../domain/equipment/donation.ts';
import { DonationId, DonorId } from '../domain/equipment/giverIds.ts';
import { RateCorrection } from '../domain/equipment/rateCorrection.ts';
import { refusalCodes } from '../domain/refusal.ts';
import { RevocationReason, TraceLinks } from '../domain/trace/trace.ts';
import { equipment } from './equipmentRows.ts';
import { answer, history, nothing, params, query, signedIn } from './route.ts';

const donorPath = { donorId: DonorId };
const donationPath = { donationId: DonationId };
const linePath = { ...donationPath, lineId: LineId };
/** What became of a row of a plan: the consignment, or why there is none. */
export const PlanOutcome = z.extend(PlannedRow, {
  consignmentId: z.optional(ConsignmentId),
  refused: z.optional(z.strictObject({ code: z.enum(refusalCodes), detail: z.string() })),
});

/** What has become of a donation's units and money until now, figure by figure; none where nothing is planned yet. */
export const DonationProgress = z.strictObject({
  donationId: DonationId,
  figures: z.record(z.string(), z.int()),
});

export const donationRoutes = {
  /** A donor's, or all, and how far each is; a donor sees its own. */
  list: signedIn('GET', '/donations')
    .input(query({ donorId: z.optional(DonorId) }))
    .output(answer(z.strictObject({ donations: z.array(Donation), progress: z.array(DonationProgress) }))),
  register: signedIn('POST', '/donations')
    .input(
      z.extend(nothing, {
        body: z.extend(Agreement, { ...CommandHead.shape, ...donationPath, ...donorPath }),
      }),
    )
    .output(answer(Donation)),
  get: signedIn('GET', '/donations/{donationId}').input(params(donationPath)).output(answer(Donation)),
  /** The agreement as it is to be; what is in consignments already stays as it is. */
  edit: signedIn('PUT', '/donations/{donationId}')
    .input(z.extend(params(donationPath), { body: z.extend(Agreement, CommandHead.shape) }))
    .output(answer(Donation)),
  /** Plans units of a line for each of these places, under the key `<idempotencyKey>-<position>`; answers row by row. */
  plan: signedIn('POST', '/donations/{donationId}/consignments')
    .input(
      z.extend(params(donationPath), {
        body: z.extend(DonationPlan, { idempotencyKey: IdempotencyKey.check(z.maxLength(60)) }),
      }),
    )
    .output(answer(z.strictObject({ rows: z.array(PlanOutcome) }))),
  /**
   * The rate of a line was wrong. Its consignments follow under the keys `<idempotencyKey>-<consignment>`, so many a
   * request: whoever repeats the command goes on with those that its line says are behind.
   */
  correctRate: signedIn('POST', '/donations/{donationId}/lines/{lineId}/rate')
    .input(z.extend(params(linePath), { body: z.extend(RateCorrection, CommandHead.shape) }))
    .output(answer(Donation)),
  /** Goes on with consignments that are behind, whoever corrected the rate. */
  followRate: signedIn('POST', '/donations/{donationId}/lines/{lineId}/rate/consignments')
    .input(z.extend(params(linePath), { body: z.strictObject({ idempotencyKey: IdempotencyKey }) }))
    .output(answer(Donation)),
  /** Units of it may go to places that are not ready: said once, with the reason. */
  overrideReadiness: signedIn('POST', '/donations/{donationId}/readinessOverride')
    .input(
      z.extend(params(donationPath), {
        body: z.strictObject({
          idempotencyKey: IdempotencyKey,
          reason: ReadinessOverride.shape.reason,
        }),
      }),
    )
    .output(answer(Donation)),
  /** Its links: the one that opens the card, the labels of its consignments, and what was revoked. */
  trace: signedIn('GET', '/donations/{donationId}/trace')
    .input(params(donationPath))
    .output(answer(TraceLinks)),
  makeTrace: signedIn('POST', '/donations/{donationId}/trace')
    .input(z.extend(params(donationPath), { body: CommandHead }))
    .output(answer(TraceLinks)),
  revokeTrace: signedIn('POST', '/donations/{donationId}/trace/revocation')
    .input(
      z.extend(params(donationPath), {
        body: z.extend(CommandHead, { reason: RevocationReason }),
      }),
    )
    .output(answer(TraceLinks)),
  consignments: signedIn('GET', '/donations/{donationId}/consignments')
    .input(params(donationPath))
    .output(answer(z.strictObject(equipment))),
  history: signedIn('GET', '/donations/{donationId}/history').input(params(donationPath)).output(history),
};
