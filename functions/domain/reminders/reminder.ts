import { addDays, addMonths, dueOn, isOver, monthOf, type Day, type Month } from '../calendar.ts';
import type { Account } from '../account.ts';
import type { CountryPack } from '../countryPack.ts';
import { currentStage, type Facility } from '../facility/facility.ts';
import type { MonthlyReport } from '../report/monthlyReport.ts';
import { owesReport } from '../report/liveMonths.ts';

/** Before the due day, and after it. */
export const reminderKinds = ['before', 'after'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** A month's report, and whether its due day is still to come. */
export interface Reminder {
  month: Month;
  kind: ReminderKind;
}

/** In days from the due day: when a reminder goes, and until when it still goes where it could not go that day. */
const windows: Record<ReminderKind, { from: number; to: number }> = {
  before: { from: -3, to: 0 },
  after: { from: 2, to: 9 },
};

/** What is reminded of on a day; at most one thing, since the due days of two months are four weeks apart. */
export function reminderOn(today: Day, { dueDay }: Pick<CountryPack, 'dueDay'>): Reminder | undefined {
  const months = [addMonths(monthOf(today), -2), addMonths(monthOf(today), -1)];
  return months
    .flatMap((month) => reminderKinds.map((kind) => ({ month, kind })))
    .find(({ month, kind }) => isOver(month, today) && isWithin(today, dueOn(month, dueDay), kind));
}

function isWithin(today: Day, due: Day, kind: ReminderKind): boolean {
  const { from, to } = windows[kind];
  return addDays(due, from) <= today && today <= addDays(due, to);
}

/** Whose reports are asked for, as far as reminders need to know it. */
export type Reminded = Pick<Account, 'role' | 'email' | 'reminders' | 'deactivatedOn' | 'undeliverable'>;

/** Whether this person is written to at all: heads are until they say no, while their address takes letters. */
export function wantsReminders(account: Reminded): account is Reminded & { role: 'head'; email: string } {
  const { role, email, reminders, deactivatedOn, undeliverable } = account;
  const isWanted = role === 'head' && reminders !== false && !deactivatedOn;
  return isWanted && email !== undefined && undeliverable?.email !== email;
}

/** Whether the facility's report of this month is still waited for, and is one that somebody can hand in. */
export function isMissing(
  facility: Pick<Facility, 'stages'>,
  report: Pick<MonthlyReport, 'status' | 'approved'> | undefined,
  month: Month,
  pack: Pick<CountryPack, 'programmeStart'>,
): boolean {
  if (currentStage(facility).stage === 'suspended' || !owesReport(facility, month, pack)) return false;
  const isHandedIn = report?.status === 'submitted' || report?.status === 'approved';
  return !isHandedIn && report?.approved === undefined;
}
