import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { Caller } from './domain/caller.ts';
import { Day, Instant, Month } from './domain/calendar.ts';
import { CountryPack, RegionCode } from './domain/countryPack.ts';
import { Facility, FacilityId, FacilityProfile, FacilityRow, Stage } from './domain/facility.ts';
import { CommandHead, HistoryLine } from './domain/history.ts';
import { MonthlyReport, Remark, ReportBody } from './domain/monthlyReport.ts';
import { ProgressCube, ProgressSummary } from './domain/progress.ts';

/** Where the API lives on the product's one origin. */
export const apiPrefix = '/api/v1';

type Method = 'GET' | 'POST' | 'PUT';

/** A route that needs a signed-in caller. */
const signedIn = (method: Method, path: `/${string}`) =>
  oc
    .$meta({ public: false })
    .route({ method, path, inputStructure: 'detailed', outputStructure: 'detailed' });

/** A route that anyone may read. */
const open = (path: `/${string}`) => signedIn('GET', path).meta({ public: true });

const facilityPath = z.strictObject({ facilityId: FacilityId });
const reportPath = z.strictObject({ facilityId: FacilityId, month: Month });
const unlessTagged = z.object({ 'if-none-match': z.optional(z.string()) });

/** An answer with a tag, or 304 without a body when the caller's tag still holds. */
const tagged = <Body extends z.ZodMiniType>(body: Body) =>
  z.union([
    z.strictObject({ status: z.literal(200), headers: z.strictObject({ etag: z.string() }), body }),
    z.strictObject({ status: z.literal(304), headers: z.strictObject({ etag: z.string() }) }),
  ]);
const answer = <Body extends z.ZodMiniType>(body: Body) => z.strictObject({ body });

const page = z.optional(z.string().check(z.maxLength(400)));
const historyOf = z.strictObject({ lines: z.array(HistoryLine) });

/** A report in lists, with the facility it is from. */
const ReportRow = z.strictObject({ facility: FacilityRow, report: z.optional(MonthlyReport) });

/** A command on a report answers with the report as it is then. */
const reportCommand = <Body extends z.core.$ZodShape>(method: Method, path: `/${string}` | '', body: Body) =>
  signedIn(method, `/facilities/{facilityId}/reports/{month}${path}`)
    .input(z.strictObject({ params: reportPath, body: z.strictObject({ ...CommandHead.shape, ...body }) }))
    .output(answer(MonthlyReport));

/** Every route of the API; the first level is the Lambda function that serves it. */
export const contract = {
  about: {
    country: open('/country')
      .input(z.object({ headers: unlessTagged }))
      .output(tagged(CountryPack)),
    openapi: open('/openapi.json').output(answer(z.looseObject({ openapi: z.string() }))),
  },
  accounts: {
    me: signedIn('GET', '/me').output(answer(z.extend(Caller, { today: Day, now: Instant }))),
  },
  progress: {
    cube: signedIn('GET', '/progress')
      .input(z.object({ headers: unlessTagged }))
      .output(tagged(ProgressCube)),
    summary: signedIn('GET', '/progress/summary')
      .input(z.object({ query: z.strictObject({ month: Month }) }))
      .output(answer(ProgressSummary)),
  },
  facilities: {
    list: signedIn('GET', '/facilities')
      .input(
        z.object({
          query: z.strictObject({
            region: z.optional(RegionCode),
            stage: z.optional(Stage),
            text: z.optional(z.string().check(z.maxLength(100))),
            page,
          }),
        }),
      )
      .output(answer(z.strictObject({ facilities: z.array(FacilityRow), next: page }))),
    register: signedIn('POST', '/facilities')
      .input(
        z.object({
          body: z.extend(FacilityProfile, {
            idempotencyKey: CommandHead.shape.idempotencyKey,
            plannedOn: Day,
          }),
        }),
      )
      .output(answer(Facility)),
    get: signedIn('GET', '/facilities/{facilityId}')
      .input(z.object({ params: facilityPath }))
      .output(answer(Facility)),
    changeStage: signedIn('POST', '/facilities/{facilityId}/stages')
      .input(z.object({ params: facilityPath, body: z.extend(CommandHead, { stage: Stage, date: Day }) }))
      .output(answer(Facility)),
  },
  reports: {
    ofFacility: signedIn('GET', '/facilities/{facilityId}/reports')
      .input(z.object({ params: facilityPath }))
      .output(answer(z.strictObject({ reports: z.array(MonthlyReport) }))),
    get: signedIn('GET', '/facilities/{facilityId}/reports/{month}')
      .input(z.object({ params: reportPath }))
      .output(answer(MonthlyReport)),
    saveDraft: reportCommand('PUT', '', ReportBody.shape),
    submit: reportCommand('POST', '/submission', ReportBody.shape),
    return: reportCommand('POST', '/return', { field: z.string().check(z.maxLength(60)), reason: Remark }),
    approve: reportCommand('POST', '/approval', {}),
    correct: reportCommand('POST', '/correction', { reason: Remark }),
    /** Reports of a region's month, those that are missing included: what a completeness figure is the sum of. */
    ofMonth: signedIn('GET', '/reports')
      .input(z.object({ query: z.strictObject({ region: RegionCode, month: Month }) }))
      .output(answer(z.strictObject({ rows: z.array(ReportRow) }))),
    /** Reports that wait for review, the longest waiting first. */
    awaitingReview: signedIn('GET', '/reviews')
      .input(z.object({ query: z.strictObject({ region: z.optional(RegionCode) }) }))
      .output(answer(z.strictObject({ rows: z.array(ReportRow) }))),
  },
  history: {
    ofFacility: signedIn('GET', '/facilities/{facilityId}/history')
      .input(z.object({ params: facilityPath }))
      .output(answer(historyOf)),
    ofReport: signedIn('GET', '/facilities/{facilityId}/reports/{month}/history')
      .input(z.object({ params: reportPath }))
      .output(answer(historyOf)),
  },
};
