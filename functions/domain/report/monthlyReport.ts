import * as z from 'zod/mini';
import { adoptedIn } from '../solution/adoptedIn.ts';
import { formIndicators } from './askedIndicators.ts';
import { Day, Instant, Month, daysIn, isLate, isOver } from '../calendar.ts';
import { RegionCode, type CountryPack } from '../countryPack.ts';
import { EquipmentInUse, equipmentInUse, isSameInUse } from '../equipment/equipmentInUse.ts';
import type { Facility } from '../facility/facility.ts';
import { FacilityId } from '../facility/facilityProfile.ts';
import { regionInMonth } from '../facility/facilityRegion.ts';
import { owesReport } from './liveMonths.ts';
import { Figures, codeIn, ensureComplete, ensureKnown, type Indicator } from './indicator.ts';
import { ensure } from '../refusal.ts';
import { Person } from '../person.ts';
import { ReportStatus } from './reportStatus.ts';
import { SolutionId } from '../solution/solutionTerms.ts';
import { textOf } from '../text.ts';

/** A sentence by a person to a person. */
export const Remark = textOf(3, 500);

/** A solution that the facility had adopted in a month, as far as its report counts with it. */
const ReportedAdoption = z.strictObject({
  solutionId: SolutionId,
  capability: z.string(),
  indicators: z.array(z.string()),
});
export type ReportedAdoption = z.infer<typeof ReportedAdoption>;

/** A facility's figures for a month, with what has become of them. */
export const MonthlyReport = z.strictObject({
  facilityId: FacilityId,
  month: Month,
  /** The region in which the facility was on the month's last day. */
  region: RegionCode,
  /** Counts writes; a write names the version it was based on. */
  version: z.int().check(z.minimum(1)),
  /** 1, and one more for each correction after an approval. */
  revision: z.int().check(z.minimum(1)),
  status: ReportStatus,
  figures: Figures,
  /** What the facility wants the reader to know, such as why a figure is unusual. */
  note: z.optional(z.string()),
  /** The day the first revision was first submitted: on time or late is decided once. */
  submittedOn: z.optional(Day),
  submittedAt: z.optional(Instant),
  onTime: z.optional(z.boolean()),
  /** The figures of the last approved revision: they count until a correction replaces them. */
  approved: z.optional(Figures),
  /** What the facility had adopted when this was handed in; absent where nothing. */
  adopted: z.optional(z.array(ReportedAdoption)),
  /** The same as of the last approved revision: `approved` counts with it. */
  approvedAdopted: z.optional(z.array(ReportedAdoption)),
  /** What was in use for solutions on the month's last day, as it was known at the approval: whom the figures are attributed to. */
  approvedEquipment: z.optional(z.array(EquipmentInUse)),
  /** `field` is the path of the figure; before release 0.2 it was the bare code of the indicator. */
  returned: z.optional(z.strictObject({ field: z.string(), reason: z.string(), by: Person, on: Day })),
  /** Why there is a revision after the first. */
  correction: z.optional(z.string()),
});
export type MonthlyReport = z.infer<typeof MonthlyReport>;

/** What a facility head types. */
export const ReportBody = z.strictObject({
  figures: Figures,
  note: z.optional(textOf(0, 500)),
});
export type ReportBody = z.infer<typeof ReportBody>;

/** The report that a command is about, and the circumstances it is judged in. */
export interface ReportCase {
  pack: CountryPack;
  facility: Facility;
  month: Month;
  report: MonthlyReport | undefined;
  today: Day;
  at: Instant;
}

/** The head keeps what is typed so far; nothing is counted. */
export function saveDraft(on: ReportCase, body: ReportBody): MonthlyReport {
  ensureOpen(on);
  ensureKnown(onForm(on), body.figures, on.month);
  const status = on.report?.status === 'returned' ? 'returned' : 'draft';
  return { ...begun(on), ...written(body), status };
}

/** The head hands the complete month in; it is counted as received from now on. */
export function submit(on: ReportCase, body: ReportBody): MonthlyReport {
  ensureOpen(on);
  ensureKnown(onForm(on), body.figures, on.month);
  ensureComplete(neededIn(on, body), body.figures, on.month);
  const first = begun(on);
  const { returned: _, adopted: __, ...rest } = first;
  const adopted = reportedAdoptions(on);
  return {
    ...rest,
    ...written(body),
    ...(adopted.length > 0 && { adopted }),
    status: 'submitted',
    submittedAt: on.at,
    submittedOn: first.submittedOn ?? on.today,
    onTime: first.onTime ?? !isLate(on.month, on.pack.dueDay, on.today),
  };
}

/** The reviewer sends it back, naming the figure by its path and the reason; it is no longer counted, unless an approved revision is. */
export function returnReport(on: ReportCase, field: string, reason: string, by: Person): MonthlyReport {
  const report = ensureWaiting(on);
  ensureKnown(onForm(on), { [codeIn(field)]: 0 }, on.month);
  return { ...next(on, report), status: 'returned', returned: { field, reason, by, on: on.today } };
}

/** The reviewer accepts the figures. */
export function approve(on: ReportCase): MonthlyReport {
  const report = ensureWaiting(on);
  const { figures: approved, adopted } = report;
  return {
    ...withoutApproval(next(on, report)),
    status: 'approved',
    approved,
    ...(adopted && { approvedAdopted: adopted }),
    ...equipmentOf(on),
  };
}

/** The approved figures are attributed anew: equipment that was in use then was entered late, or is worth something else. */
export function attributeAgain(on: ReportCase): MonthlyReport {
  const { report } = on;
  ensure(report, 'notFound', 'There is no report for this month.');
  ensure(report.approved, 'wrongState', 'Only approved figures are attributed.');
  const { approvedEquipment: _, ...rest } = next(on, report);
  return { ...rest, ...equipmentOf(on) };
}

/** Whether the approved figures would be shared otherwise by what is known now of what was in use. */
export function isAttributedOtherwise(
  on: Pick<ReportCase, 'facility' | 'pack'>,
  report: MonthlyReport,
): boolean {
  const now = equipmentOf({ ...on, month: report.month }).approvedEquipment ?? [];
  return report.approved !== undefined && !isSameInUse(report.approvedEquipment ?? [], now);
}

function withoutApproval({
  approvedAdopted: _,
  approvedEquipment: __,
  ...report
}: MonthlyReport): MonthlyReport {
  return report;
}

function equipmentOf({
  facility,
  month,
  pack,
}: Pick<ReportCase, 'facility' | 'month' | 'pack'>): Pick<MonthlyReport, 'approvedEquipment'> {
  const inUse = equipmentInUse(facility, `${month}-${daysIn(month)}`, pack);
  return inUse.length > 0 ? { approvedEquipment: inUse } : {};
}

/** The head opens an approved month again, with a reason: a new revision, which counts once it is submitted. */
export function correct(on: ReportCase, reason: string): MonthlyReport {
  const { report } = on;
  ensure(report, 'notFound', 'There is no report for this month.');
  ensure(report.status === 'approved', 'wrongState', 'Only an approved report can be corrected.');
  return { ...next(on, report), status: 'draft', revision: report.revision + 1, correction: reason };
}

/** The facility's move reaches back to this month: the report is counted where the month belongs now. */
export function followFacility(on: ReportCase): MonthlyReport {
  const { report } = on;
  ensure(report, 'notFound', 'There is no report for this month.');
  return next(on, report);
}

/** The figures that count: handed in, or else approved before. */
export function countedFigures(report: MonthlyReport): Figures | undefined {
  return report.status === 'submitted' || report.status === 'approved' ? report.figures : report.approved;
}

/** The report as anyone but its own facility sees it: what is only a draft stays at home. */
export function withoutDraft(report: MonthlyReport): MonthlyReport {
  if (report.status === 'submitted' || report.status === 'approved') return report;
  const { note: _, ...rest } = report;
  return { ...rest, figures: report.approved ?? {} };
}

/** The figures that can be in this report. */
function onForm({ pack, facility, month, report }: ReportCase): Indicator[] {
  return formIndicators(pack, facility, month, report);
}

/** What is asked must be complete; what is not asked any more must only be right. */
function neededIn({ pack, facility, month }: ReportCase, { figures }: ReportBody): Indicator[] {
  return formIndicators(pack, facility, month, { figures });
}

function reportedAdoptions({ facility, month }: ReportCase): ReportedAdoption[] {
  return adoptedIn(facility, month).map(({ solutionId, terms: { capability, indicators } }) => ({
    solutionId,
    capability,
    indicators,
  }));
}

function ensureOpen({ pack, facility, month, report, today }: ReportCase): void {
  ensure(isOver(month, today), 'monthNotOver', 'This month is not over yet.', { field: 'month' });
  ensure(owesReport(facility, month, pack), 'notLiveThen', 'The facility was not live in this month.', {
    field: 'month',
  });
  ensure(report?.status !== 'submitted', 'wrongState', 'This report is waiting for review.');
  ensure(
    report?.status !== 'approved',
    'wrongState',
    'This report is approved. Open a correction to change it.',
  );
}

function ensureWaiting({ report }: ReportCase): MonthlyReport {
  ensure(report, 'notFound', 'There is no report for this month.');
  ensure(report.status === 'submitted', 'wrongState', 'This report is not waiting for review.');
  return report;
}

function begun(on: ReportCase): MonthlyReport {
  const { facility, month, report } = on;
  if (report) return next(on, report);
  const { facilityId } = facility;
  const region = regionInMonth(facility, month);
  return { facilityId, month, region, version: 1, revision: 1, status: 'draft', figures: {} };
}

/** Whatever is done to a report, it is counted where its month belongs. */
function next({ facility, month }: ReportCase, report: MonthlyReport): MonthlyReport {
  return { ...report, region: regionInMonth(facility, month), version: report.version + 1 };
}

function written({ figures, note }: ReportBody): Pick<MonthlyReport, 'figures' | 'note'> {
  return { figures, note: note || undefined };
}
