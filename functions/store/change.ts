import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandHead } from '../domain/command.ts';
import { addedUp, difference, type Contribution } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { ActionName } from '../domain/history.ts';
import type { Person } from '../domain/person.ts';
import { plainText } from '../domain/plainText.ts';
import { Refusal, ensure } from '../domain/refusal.ts';
import { Collision, ConditionFailed, type Write } from './write.ts';
import type { Database } from './database.ts';
import { History, historyWrite } from './history.ts';
import { progressWrites, shardOf } from './progress.ts';
import type { RecordChange, RecordKind, Versioned } from './recordKind.ts';

/** What someone asks for: which action, with what content, by whom and when. */
export interface Command extends CommandHead {
  action: ActionName;
  content: unknown;
  /** Why, where that is no part of the record: history alone tells it. */
  reason?: string;
  by: Person;
  at: string;
}

/** How a command's records are read, decided and written. */
export interface Change<Context, Record extends Versioned> {
  /** The kind of the record that the command names, and its subject. */
  kind: RecordKind<Record>;
  subject: string;
  /** Everything there is to decide on, in one request. */
  read: () => Promise<Context>;
  /** The named record in what was read. */
  recordIn: (context: Context) => Record | undefined;
  /** Refuses a caller who may not do this here. */
  authorise: (context: Context) => void;
  /** Every record that the command changes, the named one first; a pure rule that refuses what must not be. */
  decide: (context: Context) => [RecordChange<Record>, ...RecordChange[]];
  /** The named record as this caller may see it. */
  shown: (record: Record) => Record;
  /**
   * What must not have changed since the caller looked: the `version` they name, or only a `state` that allows it, as for
   * an event that is merely appended, so that two people's notes do not collide.
   */
  guards: 'version' | 'state';
}

const attempts = 8;
/** What DynamoDB takes in one transaction. */
export const mostItems = 100;

/**
 * The only way a figure changes: records, their contribution differences and their history entries in one transaction.
 * Costs one read and one transaction. A collision is tried again with jitter; a stale version is refused with both
 * versions; a command that was done before answers as it did then.
 */
export async function commitChange<Context, Record extends Versioned>(
  database: Database,
  pack: CountryPack,
  change: Change<Context, Record>,
  command: Command,
): Promise<Record> {
  const attempt = async (): Promise<Record> => {
    const context = await change.read();
    change.authorise(context);
    const record = change.recordIn(context);
    if (change.guards === 'version' && (record?.version ?? 0) !== command.basedOn)
      return answerStale(database, change, command, record);
    const changes = await decided(database, change, command, context);
    if (!Array.isArray(changes)) return changes.done;
    const [{ after }] = changes;
    await transactWithin(database, writesOf(changes, command, pack), command);
    return after;
  };
  return retried(attempt, () => findDone(database, change, command));
}

/** Tries again, with jitter, what others' writes came between; `findDone` may know that it was done all the same. */
export async function retried<Answer>(
  attempt: () => Promise<Answer>,
  findDone: () => Promise<Answer | undefined> = () => Promise.resolve(undefined),
): Promise<Answer> {
  for (let count = 1; count <= attempts; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Collision || error instanceof ConditionFailed)) throw error;
      const done = await findDone();
      if (done) return done;
      await pause(Math.random() * 2 ** count * 5);
    }
  }
  throw new Refusal('busy', 'Many people are writing at this moment. Try again.');
}

/** A step of a larger piece of work may find that somebody else has done it, or that it is not to be done any more. */
export function unlessWrongState(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'wrongState')) throw error;
}

/** All writes of a command or none; more than a transaction takes is a bug of the command. */
async function transactWithin(database: Database, writes: Write[], { action }: Command): Promise<void> {
  if (writes.length > mostItems)
    throw new Error(`${action} writes ${writes.length} items; a transaction takes ${mostItems}.`);
  await database.transact(writes);
}

/** What is to change; or, where the rule refuses what was done before and only repeated, what it answered then. */
async function decided<Context, Record extends Versioned>(
  database: Database,
  change: Change<Context, Record>,
  command: Command,
  context: Context,
): Promise<ReturnType<typeof change.decide> | { done: Record }> {
  try {
    return change.decide(context);
  } catch (refusal) {
    const done = change.guards === 'state' && (await findDone(database, change, command));
    if (done) return { done };
    throw refusal;
  }
}

/** What a command writes: records, what they move in progress, their history, and what goes alongside. */
export function writesOf(changes: RecordChange[], command: Command, pack: CountryPack): Write[] {
  const moved = changes.map((each) => ({
    ...each,
    differences: difference(each.before(pack), each.now(pack)),
  }));
  const byShard = Map.groupBy(moved, ({ shardBy }) => shardOf(shardBy, pack));
  return [
    ...moved.map(({ write }) => write(pack)),
    ...[...byShard].flatMap(([shard, own]) =>
      progressWrites(addedUp(own.flatMap(({ differences }) => differences)), shard, pack),
    ),
    ...told(moved).map((each) => entryWrite(each, command)),
    ...onceEach(moved.flatMap(({ alongside }) => alongside)),
  ];
}

/** The changes that have an entry of their own; the first of them tells what those moved that have none. */
function told<Moved extends RecordChange & { differences: Contribution[] }>(moved: Moved[]): Moved[] {
  const untold = moved.filter(({ isUntold }) => isUntold).flatMap(({ differences }) => differences);
  const own = moved.filter(({ isUntold }) => !isUntold);
  return own.map((each, index) => ({
    ...each,
    differences: index ? each.differences : [...each.differences, ...untold],
  }));
}

/** A transaction names an item once: what several records check of another, it checks once. */
function onceEach(writes: Write[]): Write[] {
  const named = writes.map((write) => [write.kind === 'check' ? plainText(write) : write, write] as const);
  return [...new Map<unknown, Write>(named).values()];
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
  { subject, kind }: Change<Context, Record>,
  command: Command,
): Promise<Record | undefined> {
  const entry = await new History(database).find(subject, command.idempotencyKey);
  if (!entry) return undefined;
  const isSame = entry.digest === digestOf(command);
  ensure(isSame, 'keyReused', 'This idempotency key was used for another command.', {
    field: 'idempotencyKey',
  });
  return kind.parse(entry.after);
}

function entryWrite(
  { subject, after, differences }: RecordChange & { differences: ReturnType<typeof difference> },
  command: Command,
): Write {
  const { idempotencyKey, action, reason, by, at } = command;
  const { version } = after;
  const digest = digestOf(command);
  return historyWrite({
    subject,
    idempotencyKey,
    version,
    at,
    by,
    action,
    ...(reason && { reason }),
    digest,
    after: { ...after },
    differences,
  });
}

/** What was asked, so that a key that comes again means the same. */
export function digestOf({ action, basedOn, content, by }: Command): string {
  const asked = plainText([action, basedOn, by.accountId, content]);
  return createHash('sha256').update(asked).digest('base64url');
}
