import { addDays, addMonths, lastDayOf, monthOf, type Day, type Month } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Row } from '../../domain/contribution.ts';
import { ensure } from '../../domain/refusal.ts';
import { rowOfHost } from '../../domain/training/trainingContributions.ts';
import type { TrainingSession } from '../../domain/training/trainingSession.ts';
import type { Database } from '../database.ts';
import { addressOf, positionOf, TrainingSessions, type SessionPosition } from './trainingSessions.ts';

interface TrainingWanted {
  from?: Month | undefined;
  to?: Month | undefined;
  solutionId?: string | undefined;
  status?: 'held' | 'cancelled' | undefined;
  page?: string | undefined;
}

/** A page ends with the read that fills it, so it has up to twice as many rows. */
const pageSize = 50;
/** How much one request looks through for what is rare before it hands back what it has. */
const readAtMost = 1000;
const monthsAtMost = 10;

/** Sessions of these rows, the newest first, a page at a time. */
export async function listTraining(
  database: Database,
  rows: Row[],
  wanted: TrainingWanted,
  { today, pack }: { today: Day; pack: CountryPack },
): Promise<{ sessions: TrainingSession[]; next?: string }> {
  const sessions = new TrainingSessions(database);
  const isWanted = (session: TrainingSession) =>
    rows.includes(rowOfHost(session.host, pack)) &&
    (!wanted.solutionId || session.solutionId === wanted.solutionId) &&
    (!wanted.status || (wanted.status === 'cancelled') === (session.cancelled !== undefined));
  const [first, last] = periodOf(wanted, today, pack);
  const [row, ...others] = rows;
  if (!row) return { sessions: [] };
  const found: TrainingSession[] = [];
  let at: Position | undefined = first <= last ? positionAt(wanted.page, first, last) : undefined;
  for (let looked = 0, months = 0; at && found.length < pageSize && looked < readAtMost;) {
    const { month, after }: Position = at;
    const asked = others.length === 0 ? { row, from: `${first}-01`, to: lastDayOf(last) } : { month };
    const read = await sessions.newest(asked, { limit: pageSize, ...(after && { from: after }) });
    found.push(...read.sessions.filter(isWanted));
    looked += read.read;
    const isOver = others.length === 0 || month === first;
    if (read.next) at = { month: monthOf(read.next.day), after: read.next };
    else at = isOver ? undefined : { month: addMonths(month, -1) };
    if ((months += 1) >= monthsAtMost) break;
  }
  return { sessions: found, ...(at && { next: pageAt(at) }) };
}

/** How far back a head is shown sessions that people of the own facility may have been at. */
const daysToJoin = 120;

/** Sessions of these rows that somebody may have been at lately, the newest first. */
export async function sessionsToJoin(
  database: Database,
  rows: Row[],
  { since, today }: { since: Day; today: Day },
): Promise<TrainingSession[]> {
  const sessions = new TrainingSessions(database);
  const found = await Promise.all(
    rows.map((row) => sessions.newest({ row, from: since, to: today }, { limit: 2 * pageSize })),
  );
  return found
    .flatMap((read) => read.sessions)
    .filter(({ cancelled }) => !cancelled)
    .toSorted((a, b) => b.day.localeCompare(a.day));
}

/** The first day of sessions that can still be joined from a list. */
export const joinableSince = (today: Day): Day => addDays(today, -daysToJoin);

function periodOf(
  { from, to }: TrainingWanted,
  today: Day,
  { programmeStart }: CountryPack,
): [first: Month, last: Month] {
  const [begin, end] = [monthOf(programmeStart), monthOf(today)];
  return [from && from > begin ? from : begin, to && to < end ? to : end];
}

/** Where a page begins: at the end of a month, or after a session in it. */
interface Position {
  month: Month;
  after?: SessionPosition;
}

/** A page's address: `2024-10`, or `2024-10-05~training-1`. */
function pageAt({ month, after }: Position): string {
  return after ? addressOf(after) : month;
}

function positionAt(page: string | undefined, first: Month, last: Month): Position {
  if (page === undefined) return { month: last };
  const after = page.includes('~') ? positionOf(page) : undefined;
  const month = after ? monthOf(after.day) : page;
  ensure(
    month >= first && month <= last && monthOf(month) === month,
    'invalid',
    'This is not a page of this list.',
    {
      field: 'page',
    },
  );
  return after ? { month, after } : { month };
}
