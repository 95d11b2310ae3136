import * as z from 'zod/mini';
import { Instant } from '../domain/calendar.ts';
import type { Contribution } from '../domain/contribution.ts';
import { ActionName, changesBetween, type HistoryLine } from '../domain/history.ts';
import { Person } from '../domain/person.ts';
import type { Database } from './database.ts';
import type { Item, Key, Write } from './write.ts';

const HistoryEntry = z.strictObject({
  subject: z.string(),
  idempotencyKey: z.string(),
  version: z.int(),
  at: Instant,
  by: Person,
  action: ActionName,
  reason: z.optional(z.string()),
  /** What was asked, as a digest: the same key must mean the same command. */
  digest: z.string(),
  /** The record as the command left it: what a repeated command answers. */
  after: z.record(z.string(), z.unknown()),
  /** What it moved in progress, by scope, row and month; entries of release 0.1 do not say. */
  differences: z.optional(
    z.array(
      z.strictObject({
        scope: z.string(),
        row: z.string(),
        month: z.string(),
        amounts: z.record(z.string(), z.number()),
      }),
    ),
  ),
  /** When the entry may go, in seconds since 1970; only drafts do. */
  expiresAt: z.optional(z.number()),
});
type HistoryEntry = z.infer<typeof HistoryEntry>;
type Moved = NonNullable<HistoryEntry['differences']>[number];

/** Where a command's entry is kept. */
export function historyKey(subject: string, idempotencyKey: string): { table: 'history'; key: Key } {
  return { table: 'history', key: { subject, idempotencyKey } };
}

/** What history keeps at a key. */
export function historyEntry({ after, differences, ...item }: Item): HistoryEntry {
  return HistoryEntry.parse({
    ...item,
    after: fromText(after),
    ...(differences !== undefined && { differences: fromText(differences) }),
  });
}

/** What an entry keeps as text; earlier releases kept it as maps. */
function fromText(kept: unknown): unknown {
  return typeof kept === 'string' ? JSON.parse(kept) : kept;
}

/** A form saves a draft at each pause: of those, history keeps what a repetition may still ask for. */
const draftsKeptDays = 60;

/**
 * Adds an entry; the same key cannot be added to a subject twice, which is what makes commands happen once. The record and
 * its differences are kept as text: nobody asks the database for a part of them, and to write deep maps costs it the most.
 */
export function historyWrite({
  after,
  differences,
  ...entry
}: HistoryEntry & { differences: Contribution[] }): Write {
  const isDraft = entry.action === 'saveDraft';
  const expiresAt = Math.floor(Date.now() / 1000) + draftsKeptDays * 86_400;
  return {
    table: 'history',
    kind: 'put',
    item: {
      ...entry,
      after: JSON.stringify(after),
      differences: JSON.stringify(differences),
      ...(isDraft && { expiresAt }),
    },
    condition: 'attribute_not_exists(subject)',
  };
}

export class History {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The command with this key, if it has been done. */
  async find(subject: string, idempotencyKey: string): Promise<HistoryEntry | undefined> {
    const [item] = await this.#database.get([historyKey(subject, idempotencyKey)]);
    return item && historyEntry(item);
  }

  /** What commands on a record have moved in progress after a moment. */
  async movedAfter(subject: string, at: Instant): Promise<Moved[]> {
    const items = await this.#database.query('history', { key: 'subject', equals: subject });
    const entries = this.#database.readable('history', items, historyEntry);
    return entries
      .filter((entry) => Date.parse(entry.at) > Date.parse(at))
      .flatMap(({ differences }) => differences ?? []);
  }

  /** What happened to a record, oldest first, each line with the fields it changed; drafts only for those who wrote them. */
  async of(subject: string, isWithDrafts: boolean): Promise<HistoryLine[]> {
    const items = await this.#database.query('history', { key: 'subject', equals: subject });
    const entries = this.#database
      .readable('history', items.filter(isKept), historyEntry)
      .sort((a, b) => a.version - b.version);
    const shown = isWithDrafts ? entries : withoutDrafts(entries);
    return shown.map(({ version, at, by, action, reason, after }, index) => ({
      version,
      at,
      by,
      action,
      ...(reason && { reason }),
      changes: changesBetween(shown[index - 1]?.after ?? {}, after),
    }));
  }
}

/** A report that followed its facility may be a draft then: only where it is counted since is everybody's to know. */
function withoutDrafts(entries: HistoryEntry[]): HistoryEntry[] {
  const shown: HistoryEntry[] = [];
  for (const entry of entries) {
    if (entry.action === 'saveDraft') continue;
    const { region } = entry.after;
    shown.push(entry.action === 'move' ? { ...entry, after: { ...shown.at(-1)?.after, region } } : entry);
  }
  return shown;
}

/** DynamoDB deletes what has expired within days, not at once. */
function isKept({ expiresAt }: Item): boolean {
  return expiresAt === undefined || Number(expiresAt) > Date.now() / 1000;
}
