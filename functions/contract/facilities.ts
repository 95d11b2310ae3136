import * as z from 'zod/mini';
import { AdoptionByHand } from '../domain/solution/adoption.ts';
import { Day } from '../domain/calendar.ts';
import { CommandHead, IdempotencyKey } from '../domain/command.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { facilityConcerns } from '../domain/facility/facilityConcern.ts';
import { Facility, FacilityRow, Stage, SuspensionReason } from '../domain/facility/facility.ts';
import { ImportRow, mostImportRows } from '../domain/facility/facilityImport.ts';
import { EditedProfile, FacilityId, NewFacilityProfile } from '../domain/facility/facilityProfile.ts';
import { LookedAt, readinessChecks } from '../domain/facility/readiness.ts';
import { SolutionId, Terms } from '../domain/solution/solutionTerms.ts';
import { RowOutcome, importOf } from './imports.ts';
import { answer, history, nothing, params, query, signedIn } from './route.ts';

const facilityPath = { facilityId: FacilityId };
/** As release 0.1 named those that give consultations; `links` says that and more. */
const Hubs = z.optional(z.array(FacilityId).check(z.maxLength(20)));
// A page's address is one that the list gave: where the page begins.
const FacilityPage = z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}(\.[A-Z]{2}-\d{4,6})?$/));
/** What became of a row of an import of facilities. */
export const ImportedRow = z.extend(RowOutcome, { facilityId: FacilityId });

export const facilityRoutes = {
  list: signedIn('GET', '/facilities')
    .input(
      query({
        region: z.optional(RegionCode),
        stage: z.optional(Stage),
        capability: z.optional(Terms.shape.capability),
        concern: z.optional(z.enum(facilityConcerns)),
        text: z.optional(z.string().check(z.maxLength(100))),
        page: z.optional(FacilityPage),
      }),
    )
    .output(answer(z.strictObject({ facilities: z.array(FacilityRow), next: z.optional(FacilityPage) }))),
  register: signedIn('POST', '/facilities')
    .input(
      z.extend(nothing, {
        body: z.extend(NewFacilityProfile, { ...CommandHead.shape, plannedOn: Day, hubs: Hubs }),
      }),
    )
    .output(answer(Facility)),
  /** Registers and edits what the rows say; what they leave out stays. Answers row by row, in their order. */
  import: signedIn('POST', '/facilities/imports')
    .input(importOf(ImportRow, mostImportRows))
    .output(answer(z.strictObject({ rows: z.array(ImportedRow) }))),
  get: signedIn('GET', '/facilities/{facilityId}').input(params(facilityPath)).output(answer(Facility)),
  /** The whole profile, but for its code and region. */
  edit: signedIn('PUT', '/facilities/{facilityId}/profile')
    .input(z.extend(params(facilityPath), { body: z.extend(EditedProfile, CommandHead.shape) }))
    .output(answer(Facility)),
  changeStage: signedIn('POST', '/facilities/{facilityId}/stages')
    .input(
      z.extend(params(facilityPath), {
        body: z.extend(CommandHead, { stage: Stage, date: Day, reason: z.optional(SuspensionReason) }),
      }),
    )
    .output(answer(Facility)),
  /** The day on which one of its stages began was written down wrong; `index` counts from 0. */
  correctStage: signedIn('POST', '/facilities/{facilityId}/stages/correction')
    .input(
      z.extend(params(facilityPath), {
        body: z.extend(CommandHead, { index: z.int().check(z.minimum(0)), date: Day }),
      }),
    )
    .output(answer(Facility)),
  /** It is in another region from this day on; its reports of months since then follow, under the keys `<key>-<month>`. */
  move: signedIn('POST', '/facilities/{facilityId}/region')
    .input(
      z.extend(params(facilityPath), {
        body: z.extend(CommandHead, {
          idempotencyKey: IdempotencyKey.check(z.maxLength(56)),
          region: RegionCode,
          date: Day,
        }),
      }),
    )
    .output(answer(Facility)),
  /** A solution that needs no equipment is used here from a day on, and until another where it is over. */
  adopt: signedIn('POST', '/facilities/{facilityId}/adoptions')
    .input(
      z.extend(params(facilityPath), {
        body: z.extend(AdoptionByHand, { ...CommandHead.shape, solutionId: SolutionId }),
      }),
    )
    .output(answer(Facility)),
  /** What somebody has found, on one day, of what a solution needs here; the other checks stay as they are known. */
  checkReadiness: signedIn('POST', '/facilities/{facilityId}/readiness')
    .input(
      z.extend(params(facilityPath), {
        body: z.extend(CommandHead, {
          solutionId: SolutionId,
          on: Day,
          checks: z.array(LookedAt).check(z.minLength(1), z.maxLength(readinessChecks.length)),
        }),
      }),
    )
    .output(answer(Facility)),
  history: signedIn('GET', '/facilities/{facilityId}/history').input(params(facilityPath)).output(history),
};
