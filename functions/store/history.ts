import * as z from 'zod/mini';
import { Instant } from '../domain/calendar.ts';
import { ActionName, changesBetween, type HistoryLine } from '../domain/history.ts';
import { Person } from '../domain/monthlyReport.ts';
import type { Database, Write } from './database.ts';

const HistoryEntry = z.strictObject({
  subject: z.string(),
  idempotencyKey: z.string(),
  version: z.int(),
  at: Instant,
  by: Person,
  action: ActionName,
  /** What was asked, as a digest: the same key must mean the same command. */
  digest: z.string(),
  /** The record as the command left it: what a repeated command answers. */
  after: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** The subject of a facility's own history. */
export const facilitySubject = (facilityId: string) => `facility#${facilityId}`;

/** The subject of a monthly report's history. */
export const reportSubject = (facilityId: string, month: string) => `report#${facilityId}#${month}`;

/** Adds an entry; the same key cannot be added to a subject twice, which is what makes commands happen once. */
export function historyWrite(entry: HistoryEntry): Write {
  return { table: 'history', kind: 'put', item: entry, condition: 'attribute_not_exists(subject)' };
}

export class History {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The command with this key, if it has been done. */
  async find(subject: string, idempotencyKey: string): Promise<HistoryEntry | undefined> {
    const [item] = await this.#database.get([{ table: 'history', key: { subject, idempotencyKey } }]);
    return item && HistoryEntry.parse(item);
  }

  /** What happened to a record, oldest first, each line with the fields it changed; drafts only for those who wrote them. */
  async of(subject: string, isWithDrafts: boolean): Promise<HistoryLine[]> {
    const items = await this.#database.query('history', { key: 'subject', equals: subject });
    const entries = items
      .map((item) => HistoryEntry.parse(item))
      .filter((entry) => isWithDrafts || entry.action !== 'saveDraft')
      .sort((a, b) => a.version - b.version);
    return entries.map(({ version, at, by, action, after }, index) => ({
      version,
      at,
      by,
      action,
      changes: changesBetween(entries[index - 1]?.after ?? {}, after),
    }));
  }
}
