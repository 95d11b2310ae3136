import * as z from 'zod/mini';
import { Instant, Month } from '../domain/calendar.ts';
import { CommandHead, IdempotencyKey } from '../domain/command.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { FacilityRow } from '../domain/facility/facility.ts';
import { FacilityId } from '../domain/facility/facilityProfile.ts';
import { Findings } from '../domain/report/finding.ts';
import { FigurePath } from '../domain/report/indicator.ts';
import { MonthlyReport, Remark, ReportBody } from '../domain/report/monthlyReport.ts';
import { refusalCodes } from '../domain/refusal.ts';
import { answer, history, type Method, nothing, params, query, type Shape, signedIn } from './route.ts';

const facilityPath = { facilityId: FacilityId };
const reportPath = { facilityId: FacilityId, month: Month };
const instant = Instant._zod.pattern.source.slice(1, -1);
const ReviewPage = z
  .string()
  .check(z.regex(new RegExp(`^${instant}_[A-Z]{2}-\\d{4,6}_20\\d\\d-(0[1-9]|1[0-2])$`)));
/** How many reports one request approves at most. */
const mostApprovals = 50;

/** A report that waits, with what speaks for and against approving it. */
export const WaitingReport = z.extend(Findings, {
  facility: FacilityRow,
  report: MonthlyReport,
  /** The teleconsultations of the facility's month before, as far as they count. */
  before: z.optional(z.int()),
});
/** What there is to look at in a whole queue, or in the `counted` that wait longest where those are not all. */
const Triage = z.strictObject({
  counted: z.int(),
  isAll: z.boolean(),
  flagged: z.int(),
  /** The flagged ones that the first page does not bring. */
  behind: z.array(WaitingReport),
});
/** What became of one of several commands: the report as it is then, or why it was not done. */
export const ApprovalRow = z.strictObject({
  ...reportPath,
  basedOn: CommandHead.shape.basedOn,
  report: z.optional(MonthlyReport),
  refused: z.optional(z.strictObject({ code: z.enum(refusalCodes), detail: z.string() })),
});

/** A command on a report answers with the report as it is then. */
const reportCommand = <Fields extends Shape>(method: Method, path: `/${string}` | '', fields: Fields) =>
  signedIn(method, `/facilities/{facilityId}/reports/{month}${path}`)
    .input(z.extend(params(reportPath), { body: z.strictObject({ ...CommandHead.shape, ...fields }) }))
    .output(answer(MonthlyReport));

export const reportRoutes = {
  ofFacility: signedIn('GET', '/facilities/{facilityId}/reports')
    .input(params(facilityPath))
    .output(
      answer(
        z.strictObject({
          reports: z.array(MonthlyReport),
          /** For who may attribute them anew: the months whose figures would be shared otherwise by what is known now. */
          outdated: z.optional(z.array(Month)),
        }),
      ),
    ),
  get: signedIn('GET', '/facilities/{facilityId}/reports/{month}')
    .input(params(reportPath))
    .output(answer(MonthlyReport)),
  saveDraft: reportCommand('PUT', '', ReportBody.shape),
  submit: reportCommand('POST', '/submission', ReportBody.shape),
  return: reportCommand('POST', '/return', { field: FigurePath, reason: Remark }),
  approve: reportCommand('POST', '/approval', {}),
  correct: reportCommand('POST', '/correction', { reason: Remark }),
  /** Attributes the approved figures anew, once it is known better what was in use in the month. */
  attribute: reportCommand('POST', '/attribution', { reason: Remark }),
  history: signedIn('GET', '/facilities/{facilityId}/reports/{month}/history')
    .input(params(reportPath))
    .output(history),
  /** A region's month, facility by facility, missing reports included: what completeness is the sum of. */
  ofMonth: signedIn('GET', '/reports')
    .input(query({ region: RegionCode, month: Month }))
    .output(
      answer(
        z.strictObject({
          rows: z.array(z.strictObject({ facility: FacilityRow, report: z.optional(MonthlyReport) })),
        }),
      ),
    ),
  /** Reports that wait for review, the longest waiting first, a page at a time; the triage comes with the first. */
  awaitingReview: signedIn('GET', '/reviews')
    .input(query({ region: z.optional(RegionCode), page: z.optional(ReviewPage) }))
    .output(
      answer(
        z.strictObject({
          waiting: z.array(WaitingReport),
          next: z.optional(ReviewPage),
          triage: z.optional(Triage),
        }),
      ),
    ),
  /** Approves each of these as `approve` does, under the key `<idempotencyKey>-<position>`; answers row by row. */
  approveEach: signedIn('POST', '/reviews/approvals')
    .input(
      z.extend(nothing, {
        body: z.strictObject({
          idempotencyKey: IdempotencyKey.check(z.maxLength(60)),
          reports: z
            .array(z.strictObject({ ...reportPath, basedOn: CommandHead.shape.basedOn }))
            .check(z.minLength(1), z.maxLength(mostApprovals)),
        }),
      }),
    )
    .output(answer(z.strictObject({ rows: z.array(ApprovalRow) }))),
};
