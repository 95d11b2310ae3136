import {
  addMonths,
  dueOn,
  isLate,
  monthOf,
  monthsBetween,
  type Day,
  type Month,
} from '#functions/domain/calendar.ts';
import type { Facility } from '#functions/domain/facility/facility.ts';
import { owesReport } from '#functions/domain/report/liveMonths.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import type { Entry } from '#lib/outbox/entry.ts';
import type { Draft } from './drafts.ts';
import { saysAll } from './form/merge.ts';
import { isSubmission, subjectOf } from './reportCommands.ts';

/** What a month asks of the head, or what has become of it. */
export type DutyState =
  'due' | 'late' | 'returned' | 'correcting' | 'unsent' | 'refused' | 'submitted' | 'approved';

export interface Duty {
  month: Month;
  state: DutyState;
  dueOn: Day;
  report?: MonthlyReport;
  draft?: Draft;
  /** The submission that waits on this device. */
  waiting?: Entry;
}

/** What everything about the head's months is judged by. */
export interface Desk {
  facility: Facility;
  reports: MonthlyReport[];
  drafts: Draft[];
  /** What waits on this device to be sent. */
  waiting: Entry[];
  dueDay: number;
  programmeStart: Day;
  today: Day;
}

/** Every month the facility has reported or should have, newest first. */
export function dutiesOf(desk: Desk): Duty[] {
  const { facility, reports, drafts, dueDay, today } = desk;
  const submissions = desk.waiting.filter(isSubmission);
  const begun = facility.stages.find(({ stage }) => stage === 'live');
  if (!begun) return [];
  const lastOver = addMonths(monthOf(today), -1);
  return monthsBetween(monthOf(begun.date), lastOver)
    .reverse()
    .flatMap((month) => {
      const report = reports.find((candidate) => candidate.month === month);
      const draft = drafts.find((candidate) => candidate.month === month);
      const subject = subjectOf({ facilityId: facility.facilityId, month });
      const waiting = submissions.find((entry) => entry.subject === subject);
      if (!report && !draft && !waiting && !owesReport(facility, month, desk)) return [];
      const state = waiting ? 'unsent' : stateOf(report, draft, isLate(month, dueDay, today));
      return [{ month, state, dueOn: dueOn(month, dueDay), report, draft, waiting }];
    });
}

function stateOf(report: MonthlyReport | undefined, draft: Draft | undefined, late: boolean): DutyState {
  if (draft?.refused && !(report && saysAll(report, draft))) return 'refused';
  if (report && report.status !== 'draft') return report.status;
  if (report && report.revision > 1) return 'correcting';
  return late ? 'late' : 'due';
}

const urgency: DutyState[] = ['late', 'due', 'refused', 'returned', 'correcting'];

/** The one thing to do now: the newest month that is late, or else the one that is due, or else what came back. */
export function firstOf(duties: Duty[]): Duty | undefined {
  return urgency
    .map((state) => duties.find((duty) => duty.state === state))
    .find((duty) => duty !== undefined);
}

/** The month that is handed in and waits on this device, where there is nothing else to do; only without one is everything in. */
export function unsentOf(duties: Duty[]): Duty | undefined {
  return firstOf(duties) ? undefined : duties.find(({ state }) => state === 'unsent');
}

const order: DutyState[] = [
  'refused',
  'returned',
  'correcting',
  'late',
  'unsent',
  'due',
  'submitted',
  'approved',
];

/** The rest in the order they matter; of what is approved only the newest three, since the table has all. */
export function othersOf(duties: Duty[], first: Duty | undefined): Duty[] {
  const approved = duties.filter(({ state }) => state === 'approved').slice(3);
  return duties
    .filter((duty) => duty !== first && !approved.includes(duty))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}
