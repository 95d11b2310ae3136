import type { Account } from '../../domain/account.ts';
import { dueOn, type Day, type Instant } from '../../domain/calendar.ts';
import { ownLanguage, type CountryPack } from '../../domain/countryPack.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import { nameIn } from '../../domain/names.ts';
import { letterOf, type Letter } from '../../domain/reminders/letter.ts';
import { isMissing, reminderOn, wantsReminders, type Reminder } from '../../domain/reminders/reminder.ts';
import { Collision } from '../write.ts';
import type { Database } from '../database.ts';
import { Facilities } from '../facility/facilities.ts';
import { Accounts } from '../people/accounts.ts';
import { MonthlyReports } from '../report/monthlyReports.ts';
import { NotSent } from './mail.ts';
import { SentReminders, type Sent } from './sent.ts';

/** What sending needs from outside. */
export interface Post {
  database: Database;
  pack: CountryPack;
  send: (to: { accountId: string; email: string }, letter: Letter) => Promise<void>;
  /** The product's address. */
  origin: string;
  /** Told of each letter that could not be sent, and why. */
  onFailure: (why: unknown) => void;
  /** Whether there is time for more. */
  hasTime: () => boolean;
}

/** What became of a day's reminders. */
export interface Outcome {
  sent: number;
  failed: number;
  /** False where time ran out: what is left goes the next day. */
  isWhole: boolean;
}

/** Heads that are looked at together: their facilities and reports are two or three requests. */
const pageSize = 100;
/** Letters on their way at the same time. */
const atOnce = 5;

/** Sends every reminder that is due today and has not gone; doing it again sends nothing twice. */
export async function sendReminders(post: Post, on: { today: Day; at: Instant }): Promise<Outcome> {
  const reminder = reminderOn(on.today, post.pack);
  const outcome = { sent: 0, failed: 0, isWhole: true };
  if (!reminder) return outcome;
  const accounts = new Accounts(post.database);
  for (let after: string | undefined; ;) {
    const page = await accounts.pageOfRole({ role: 'head', ...(after && { after }) }, pageSize);
    const due = await dueAmong(post, page.accounts, reminder);
    while (due.length > 0 && post.hasTime()) {
      const results = await Promise.all(due.splice(0, atOnce).map((one) => sendOnce(post, one, on.at)));
      outcome.sent += results.filter((result) => result === 'sent').length;
      outcome.failed += results.filter((result) => result === 'failed').length;
    }
    if (due.length > 0) return { ...outcome, isWhole: false };
    if (!page.next) return outcome;
    after = page.next;
  }
}

interface Due extends Sent {
  email: string;
  letter: Letter;
}

/** The reminders that these heads are to get now. */
async function dueAmong(post: Post, accounts: Account[], reminder: Reminder): Promise<Due[]> {
  const { database, pack } = post;
  const { month } = reminder;
  const wanted = accounts.flatMap((account) =>
    wantsReminders(account) && account.facilityId
      ? [
          {
            ...reminder,
            account,
            email: account.email,
            accountId: account.accountId,
            facilityId: account.facilityId,
          },
        ]
      : [],
  );
  const waiting = await new SentReminders(database).ungone(wanted);
  const ids = [...new Set(waiting.map(({ facilityId }) => facilityId))];
  const [facilities, reports] = await Promise.all([
    new Facilities(database).these(ids),
    new MonthlyReports(database).these(ids.map((facilityId) => ({ facilityId, month }))),
  ]);
  const facilityOf = new Map(facilities.map((facility) => [facility.facilityId, facility]));
  const reportOf = new Map(reports.map((report) => [report.facilityId, report]));
  return waiting.flatMap(({ account, ...one }) => {
    const facility = facilityOf.get(one.facilityId);
    const isDue = facility && isMissing(facility, reportOf.get(one.facilityId), month, pack);
    return isDue ? [{ ...one, letter: letterTo(account, facility, reminder, post) }] : [];
  });
}

function letterTo(
  account: Account,
  { names }: Facility,
  { kind, month }: Reminder,
  { pack, origin }: Post,
): Letter {
  const own = ownLanguage(pack);
  const language = account.language ?? own;
  const facility = nameIn(names, language, own);
  return letterOf(kind, language, { month, due: dueOn(month, pack.dueDay), facility, origin });
}

/** Takes the reminder on and sends it; given back is only what surely did not go, for nothing may go twice. */
async function sendOnce(post: Post, due: Due, at: Instant): Promise<'sent' | 'failed' | 'gone'> {
  const sentReminders = new SentReminders(post.database);
  try {
    if (!(await sentReminders.claim(due, at))) return 'gone';
  } catch (error) {
    // Somebody else is taking it on at this very moment.
    if (error instanceof Collision) return 'gone';
    throw error;
  }
  try {
    await post.send(due, due.letter);
    return 'sent';
  } catch (error) {
    post.onFailure(error);
    if (error instanceof NotSent) await sentReminders.release(due);
    return 'failed';
  }
}
