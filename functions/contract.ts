import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { Account, AccountBody, AccountId, PersonRow } from './domain/account.ts';
import { AdoptionByHand } from './domain/adoption.ts';
import { Caller, Role, roles } from './domain/caller.ts';
import { Day, Instant, Month } from './domain/calendar.ts';
import { CommandHead, IdempotencyKey } from './domain/command.ts';
import { CountryPack, RegionCode } from './domain/countryPack.ts';
import {
  Consignment,
  ConsignmentId,
  EquipmentState,
  ReceiptBody,
  StockEntry,
  ToldEvent,
  Units,
} from './domain/equipment/consignment.ts';
import { ConsignmentRow } from './domain/equipment/consignmentRow.ts';
import { Agreement, Donation, DonationId, DonationPlan, PlannedRow } from './domain/equipment/donation.ts';
import { Donor, DonorId, NewDonorProfile } from './domain/equipment/donor.ts';
import { PlaceId } from './domain/equipment/place.ts';
import { Facility, FacilityRow, Stage, SuspensionReason } from './domain/facility.ts';
import { ImportRow, importOutcomes, mostImportRows } from './domain/facilityImport.ts';
import { EditedProfile, FacilityId, NewFacilityProfile } from './domain/facilityProfile.ts';
import { Findings } from './domain/finding.ts';
import { FieldChange, HistoryLine } from './domain/history.ts';
import { FigurePath } from './domain/indicator.ts';
import { MonthlyReport, Remark, ReportBody } from './domain/monthlyReport.ts';
import { ProperNames } from './domain/names.ts';
import { ProgressCube, ProgressSummary } from './domain/progress.ts';
import { LookedAt, readinessChecks } from './domain/readiness.ts';
import { refusalCodes } from './domain/refusal.ts';
import { NewSolutionProfile, Solution, SolutionStatus } from './domain/solution.ts';
import { SolutionId } from './domain/solutionTerms.ts';
import { EditedWarehouse, NewWarehouseProfile, Warehouse, WarehouseId } from './domain/warehouse.ts';

/** Where the API lives on the product's one origin. */
export const apiPrefix = '/api/v1';

type Shape = z.core.$ZodShape;
type Method = 'GET' | 'POST' | 'PUT';

/** A route that needs a signed-in caller. */
const signedIn = (method: Method, path: `/${string}`) =>
  oc
    .$meta({ public: false })
    .route({ method, path, inputStructure: 'detailed', outputStructure: 'detailed' });

/** A route that anyone may read. */
const open = (path: `/${string}`) =>
  signedIn('GET', path)
    .meta({ public: true })
    .route({ spec: (operation) => ({ ...operation, security: [] }) });

// What a request may bring. Fields that are not named are refused, not ignored.
const noQuery = { query: z.optional(z.strictObject({})) };
const nothing = z.object(noQuery);
const tag = z.object({
  ...noQuery,
  headers: z.optional(z.object({ 'if-none-match': z.optional(z.string()) })),
});
const query = <Fields extends Shape>(fields: Fields) => z.object({ query: z.strictObject(fields) });
const params = <Fields extends Shape>(fields: Fields) =>
  z.object({ ...noQuery, params: z.strictObject(fields) });

const personPath = { accountId: AccountId };
const facilityPath = { facilityId: FacilityId };
const warehousePath = { warehouseId: WarehouseId };
const solutionPath = { solutionId: SolutionId };
const reportPath = { facilityId: FacilityId, month: Month };
/** As release 0.1 named those that give consultations; `links` says that and more. */
const Hubs = z.optional(z.array(FacilityId).check(z.maxLength(20)));
// A page's address is one that the list gave: where the page begins.
const FacilityPage = z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}(\.[A-Z]{2}-\d{4,6})?$/));
const PersonPage = z.string().check(z.regex(new RegExp(`^(${roles.join('|')})(\\.[\\w-]{1,128})?$`)));
const instant = Instant._zod.pattern.source.slice(1, -1);
const ReviewPage = z
  .string()
  .check(z.regex(new RegExp(`^${instant}_[A-Z]{2}-\\d{4,6}_20\\d\\d-(0[1-9]|1[0-2])$`)));
/** How many reports one request approves at most. */
const mostApprovals = 50;

// What a route answers.
const answer = <Body extends z.ZodMiniType>(body: Body) => z.strictObject({ body });
const etag = z.strictObject({ etag: z.string() });
const tagged = <Body extends z.ZodMiniType>(body: Body) =>
  z.union([
    z.strictObject({ status: z.literal(200), headers: etag, body }),
    z.strictObject({ status: z.literal(304), headers: etag }),
  ]);
const history = answer(z.strictObject({ lines: z.array(HistoryLine) }));

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

/** What became of a row of an import, or would become of it: what it changes, or why it is not done. */
export const ImportedRow = z.strictObject({
  facilityId: FacilityId,
  outcome: z.enum(importOutcomes),
  changes: z.optional(z.array(FieldChange)),
  refused: z.optional(
    z.strictObject({ code: z.enum(refusalCodes), field: z.optional(z.string()), detail: z.string() }),
  ),
});

/** A command on a report answers with the report as it is then. */
const reportCommand = <Fields extends Shape>(method: Method, path: `/${string}` | '', fields: Fields) =>
  signedIn(method, `/facilities/{facilityId}/reports/{month}${path}`)
    .input(z.extend(params(reportPath), { body: z.strictObject({ ...CommandHead.shape, ...fields }) }))
    .output(answer(MonthlyReport));

const donorPath = { donorId: DonorId };
const donationPath = { donationId: DonationId };
const consignmentPath = { consignmentId: ConsignmentId };
const idempotencyKey = { idempotencyKey: IdempotencyKey };
/** A page of a region's equipment: where it begins. */
const EquipmentPage = z
  .string()
  .check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}(~[a-zA-Z]{4,10}#\d{4}-\d\d-\d\d~[a-z][a-z0-9.-]{2,60})?$/));
/** A place that equipment names, as its reader knows it. */
export const NamedPlace = z.strictObject({
  placeId: PlaceId,
  names: ProperNames,
  region: RegionCode,
  /** The solutions for which it is ready; absent where there is none, and for a warehouse. */
  readyFor: z.optional(z.array(SolutionId)),
});
const equipment = { consignments: z.array(ConsignmentRow), places: z.array(NamedPlace) };
/** What became of a row of a plan: the consignment, or why there is none. */
export const PlanOutcome = z.extend(PlannedRow, {
  consignmentId: z.optional(ConsignmentId),
  refused: z.optional(z.strictObject({ code: z.enum(refusalCodes), detail: z.string() })),
});

/** A command on a consignment is judged by the state of its units, not by a version: notes of two people do not collide. */
const consignmentCommand = <Fields extends Shape>(path: `/${string}`, fields: Fields) =>
  signedIn('POST', `/consignments/{consignmentId}${path}`)
    .input(
      z.extend(params(consignmentPath), {
        // `placeId` is where the units are, or are to go, as whoever tells of it knows.
        body: z.strictObject({ ...idempotencyKey, placeId: PlaceId, ...fields }),
      }),
    )
    .output(answer(Consignment));

/** A command on a person answers with the account as it is then. */
const personCommand = <Fields extends Shape>(method: Method, path: `/${string}` | '', fields: Fields) =>
  signedIn(method, `/people/{accountId}${path}`)
    .input(z.extend(params(personPath), { body: z.strictObject({ ...CommandHead.shape, ...fields }) }))
    .output(answer(Account));

/** Every route of the API; the first level is the Lambda function that serves it. */
export const contract = {
  about: {
    country: open('/country').input(tag).output(tagged(CountryPack)),
    openapi: open('/openapi.json')
      .input(nothing)
      .output(answer(z.looseObject({ openapi: z.string() }))),
  },
  accounts: {
    me: signedIn('GET', '/me')
      .input(nothing)
      .output(answer(z.extend(Caller, { today: Day, now: Instant }))),
  },
  people: {
    list: signedIn('GET', '/people')
      .input(
        query({
          role: z.optional(Role),
          text: z.optional(z.string().check(z.maxLength(100))),
          page: z.optional(PersonPage),
        }),
      )
      .output(answer(z.strictObject({ people: z.array(PersonRow), next: z.optional(PersonPage) }))),
    /** Invites them to sign in by e-mail. */
    add: signedIn('POST', '/people')
      .input(
        z.extend(nothing, {
          body: z.extend(AccountBody, { ...CommandHead.shape, basedOn: z.literal(0) }),
        }),
      )
      .output(answer(Account)),
    get: signedIn('GET', '/people/{accountId}').input(params(personPath)).output(answer(Account)),
    /** The whole of what is said of them. */
    edit: personCommand('PUT', '', AccountBody.shape),
    /** Sends a first password once more to someone who has not signed in yet. */
    invite: personCommand('POST', '/invitation', {}),
    deactivate: personCommand('POST', '/deactivation', {}),
    reactivate: personCommand('POST', '/reactivation', {}),
    history: signedIn('GET', '/people/{accountId}/history').input(params(personPath)).output(history),
  },
  progress: {
    cube: signedIn('GET', '/progress').input(tag).output(tagged(ProgressCube)),
    summary: signedIn('GET', '/progress/summary')
      .input(query({ month: Month }))
      .output(answer(ProgressSummary)),
  },
  facilities: {
    list: signedIn('GET', '/facilities')
      .input(
        query({
          region: z.optional(RegionCode),
          stage: z.optional(Stage),
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
      .input(
        z.extend(nothing, {
          body: z.strictObject({
            idempotencyKey: IdempotencyKey,
            isDryRun: z.boolean(),
            rows: z.array(ImportRow).check(z.minLength(1), z.maxLength(mostImportRows)),
          }),
        }),
      )
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
  },
  donors: {
    list: signedIn('GET', '/donors')
      .input(nothing)
      .output(answer(z.strictObject({ donors: z.array(Donor) }))),
    register: signedIn('POST', '/donors')
      .input(z.extend(nothing, { body: z.extend(NewDonorProfile, { ...CommandHead.shape, ...donorPath }) }))
      .output(answer(Donor)),
    get: signedIn('GET', '/donors/{donorId}').input(params(donorPath)).output(answer(Donor)),
    edit: signedIn('PUT', '/donors/{donorId}')
      .input(z.extend(params(donorPath), { body: z.extend(NewDonorProfile, CommandHead.shape) }))
      .output(answer(Donor)),
    history: signedIn('GET', '/donors/{donorId}/history').input(params(donorPath)).output(history),
  },
  donations: {
    /** A donor's, or all; a donor sees its own. */
    list: signedIn('GET', '/donations')
      .input(query({ donorId: z.optional(DonorId) }))
      .output(answer(z.strictObject({ donations: z.array(Donation) }))),
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
    /** Units of it may go to places that are not ready: said once, with the reason. */
    overrideReadiness: signedIn('POST', '/donations/{donationId}/readinessOverride')
      .input(z.extend(params(donationPath), { body: z.strictObject({ ...idempotencyKey, reason: Remark }) }))
      .output(answer(Donation)),
    consignments: signedIn('GET', '/donations/{donationId}/consignments')
      .input(params(donationPath))
      .output(answer(z.strictObject(equipment))),
    history: signedIn('GET', '/donations/{donationId}/history').input(params(donationPath)).output(history),
  },
  consignments: {
    /** A region's equipment by state and since when, a page at a time. */
    list: signedIn('GET', '/consignments')
      .input(
        query({
          region: z.optional(RegionCode),
          state: z.optional(EquipmentState),
          equipmentType: z.optional(z.string().check(z.maxLength(60))),
          isFaulty: z.optional(z.literal('true')),
          page: z.optional(EquipmentPage),
        }),
      )
      .output(answer(z.strictObject({ ...equipment, next: z.optional(EquipmentPage) }))),
    /** What is at a place now, or is to go there. */
    atPlace: signedIn('GET', '/places/{placeId}/consignments')
      .input(params({ placeId: PlaceId }))
      .output(answer(z.strictObject(equipment))),
    /** Equipment that is of no donation, in the state in which it is, with its past days. */
    register: signedIn('POST', '/consignments')
      .input(z.extend(nothing, { body: z.extend(StockEntry, idempotencyKey) }))
      .output(answer(Consignment)),
    get: signedIn('GET', '/consignments/{consignmentId}')
      .input(params(consignmentPath))
      .output(answer(z.strictObject({ consignment: Consignment, places: equipment.places }))),
    /** Something happened to all units, or to so many: those go their own way from then on. */
    addEvent: consignmentCommand('/events', { ...ToldEvent.shape, units: z.optional(Units) }),
    /** The receiver has counted what came; the rest is missing. */
    receive: consignmentCommand('/receipt', ReceiptBody.shape),
    strikeOut: consignmentCommand('/strikes', { eventId: z.int().check(z.minimum(1)), reason: Remark }),
    history: signedIn('GET', '/consignments/{consignmentId}/history')
      .input(params(consignmentPath))
      .output(history),
  },
  warehouses: {
    list: signedIn('GET', '/warehouses')
      .input(query({ region: z.optional(RegionCode) }))
      .output(answer(z.strictObject({ warehouses: z.array(Warehouse) }))),
    register: signedIn('POST', '/warehouses')
      .input(z.extend(nothing, { body: z.extend(NewWarehouseProfile, CommandHead.shape) }))
      .output(answer(Warehouse)),
    get: signedIn('GET', '/warehouses/{warehouseId}').input(params(warehousePath)).output(answer(Warehouse)),
    /** The whole profile, but for its code and region. */
    edit: signedIn('PUT', '/warehouses/{warehouseId}')
      .input(z.extend(params(warehousePath), { body: z.extend(EditedWarehouse, CommandHead.shape) }))
      .output(answer(Warehouse)),
    history: signedIn('GET', '/warehouses/{warehouseId}/history')
      .input(params(warehousePath))
      .output(history),
  },
  solutions: {
    list: signedIn('GET', '/solutions')
      .input(nothing)
      .output(answer(z.strictObject({ solutions: z.array(Solution) }))),
    register: signedIn('POST', '/solutions')
      .input(
        z.extend(nothing, {
          body: z.extend(NewSolutionProfile, {
            ...CommandHead.shape,
            solutionId: SolutionId,
            preparingOn: Day,
          }),
        }),
      )
      .output(answer(Solution)),
    get: signedIn('GET', '/solutions/{solutionId}').input(params(solutionPath)).output(answer(Solution)),
    /** The whole profile. */
    edit: signedIn('PUT', '/solutions/{solutionId}')
      .input(z.extend(params(solutionPath), { body: z.extend(NewSolutionProfile, CommandHead.shape) }))
      .output(answer(Solution)),
    changeStage: signedIn('POST', '/solutions/{solutionId}/stages')
      .input(
        z.extend(params(solutionPath), {
          body: z.extend(CommandHead, { status: SolutionStatus, date: Day }),
        }),
      )
      .output(answer(Solution)),
    history: signedIn('GET', '/solutions/{solutionId}/history').input(params(solutionPath)).output(history),
  },
  reports: {
    ofFacility: signedIn('GET', '/facilities/{facilityId}/reports')
      .input(params(facilityPath))
      .output(answer(z.strictObject({ reports: z.array(MonthlyReport) }))),
    get: signedIn('GET', '/facilities/{facilityId}/reports/{month}')
      .input(params(reportPath))
      .output(answer(MonthlyReport)),
    saveDraft: reportCommand('PUT', '', ReportBody.shape),
    submit: reportCommand('POST', '/submission', ReportBody.shape),
    return: reportCommand('POST', '/return', { field: FigurePath, reason: Remark }),
    approve: reportCommand('POST', '/approval', {}),
    correct: reportCommand('POST', '/correction', { reason: Remark }),
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
  },
};
