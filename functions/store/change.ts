import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, ensure } from '../domain/refusal.ts';
import type { ActionName, CommandHead } from '../domain/history.ts';
import { plainText } from '../domain/plainText.ts';
import type { Person } from '../domain/monthlyReport.ts';
import { Collision, ConditionFailed, type Database, type Write } from './database.ts';
import { History, historyWrite } from './history.ts';

/** What someone asks for: which action, with what content, by whom and when. */
export interface Command extends CommandHead {
  action: ActionName;
  content: unknown;
  by: Person;
  at: string;
}

interface Versioned {
  version: number;
}

/** How one kind of record is read, decided and written; `read` takes one request. */
export interface Change<Context, Record extends Versioned> {
  subject: string;
  read: () => Promise<Context>;
  /** The record in what was read. */
  recordIn: (context: Context) => Record | undefined;
  /** Refuses a caller who may not do this here. */
  authorise: (context: Context) => void;
  /** The record after the command; a pure rule that refuses what must not be. */
  decide: (context: Context) => Record;
  /** The record and the difference of its contributions, and whatever else moves with it. */
  writes: (context: Context, after: Record) => Write[];
  /** The record as this caller may see it. */
  shown: (record: Record) => Record;
  /** Reads a record as history keeps it. */
  parse: (kept: unknown) => Record;
}

const attempts = 8;

/**
 * The only way a figure changes: record, contribution difference and history entry in one transaction.
 * Costs one read and one transaction. A collision is tried again with jitter; a stale version is refused with both
 * versions; a command that was done before answers as it did then.
 */
export async function commitChange<Context, Record extends Versioned>(
  database: Database,
  change: Change<Context, Record>,
  command: Command,
): Promise<Record> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const context = await change.read();
      change.authorise(context);
      const record = change.recordIn(context);
      if ((record?.version ?? 0) !== command.basedOn)
        return await answerStale(database, change, command, record);
      const after = change.decide(context);
      await database.transact([...change.writes(context, after), entryWrite(change.subject, command, after)]);
      return after;
    } catch (error) {
      if (!(error instanceof Collision || error instanceof ConditionFailed)) throw error;
      const done = await findDone(database, change, command);
      if (done) return done;
      await pause(Math.random() * 2 ** attempt * 5);
    }
  }
  throw new Refusal('busy', 'Many people are writing at this moment. Try again.');
}

/** The version moved on: either this very command was already done, or someone else was faster. */
async function answerStale<Context, Record extends Versioned>(
  database: Database,
  change: Change<Context, Record>,
  command: Command,
  current: Record | undefined,
): Promise<Record> {
  const done = await findDone(database, change, command);
  if (done) return done;
  throw new Refusal('stale', 'This was changed by someone else meanwhile.', {
    current: current && change.shown(current),
    yours: command.content,
  });
}

async function findDone<Context, Record extends Versioned>(
  database: Database,
  change: Change<Context, Record>,
  command: Command,
): Promise<Record | undefined> {
  const entry = await new History(database).find(change.subject, command.idempotencyKey);
  if (!entry) return undefined;
  const isSame = entry.digest === digestOf(command);
  ensure(isSame, 'keyReused', 'This idempotency key was used for another command.', {
    field: 'idempotencyKey',
  });
  return change.parse(entry.after);
}

function entryWrite(subject: string, command: Command, after: Versioned): Write {
  const { idempotencyKey, action, by, at } = command;
  const { version } = after;
  return historyWrite({
    subject,
    idempotencyKey,
    version,
    at,
    by,
    action,
    digest: digestOf(command),
    after: { ...after },
  });
}

function digestOf({ action, basedOn, content, by }: Command): string {
  const asked = plainText([action, basedOn, by.accountId, content]);
  return createHash('sha256').update(asked).digest('base64url');
}
