import type { CountryPack } from '../domain/countryPack.ts';
import { changesBetween, type FieldChange, type Fields } from '../domain/history.ts';
import type { Accepted, Decision, ImportOutcome } from '../domain/importRows.ts';
import { ensure, type Refusal } from '../domain/refusal.ts';
import { digestOf, mostItems, retried, writesOf, type Command } from './change.ts';
import type { Database } from './database.ts';
import { History, historyEntry, historyKey } from './history.ts';
import type { RecordChange, Versioned } from './recordKind.ts';
import type { TableName } from './tables.ts';
import type { Item, Key, Write } from './write.ts';

/** What became of a row: what it changed, or why it was not done. */
export interface ImportedRow {
  id: string;
  outcome: ImportOutcome;
  changes?: FieldChange[];
  refused?: Refusal;
}

/** Rows on their way to be records of one kind. */
export interface Import<Kept extends Versioned & Fields> {
  /** The record of each row, in their order. */
  ids: string[];
  /** The subject of such a record's history. */
  subjectOf: (id: string) => string;
  /** Where everything is that there is to decide on, besides history. */
  keys: { table: TableName; key: Key }[];
  /** What becomes of each row; `items` are what is at the keys. */
  decide: (items: (Item | undefined)[]) => Decision<Kept>[];
  /** What rows change together; `items` as before. */
  changesOf: (accepted: Accepted<Kept>[], items: (Item | undefined)[]) => RecordChange[];
  /** What rows have in common that can be written only once under the command's key. */
  groupOf: (record: Kept) => string;
}

/**
 * Imports rows, as many in a transaction as it takes, each with its own history. Costs one read and mostly one
 * transaction. Whoever asks again after a lost answer is told what was done then, and the rest is done.
 */
export function importRows<Kept extends Versioned & Fields>(
  database: Database,
  pack: CountryPack,
  of: Import<Kept>,
  command: Command,
  { isDryRun }: { isDryRun: boolean },
): Promise<ImportedRow[]> {
  return retried(async () => {
    const own = of.ids.map((id) => historyKey(of.subjectOf(id), command.idempotencyKey));
    const read = await database.getAll([...own, ...of.keys]);
    const [entries, items] = [read.slice(0, own.length), read.slice(own.length)];
    const done = isDryRun ? [] : await doneBefore(database, of.ids, entries, command);
    const decided = of.decide(items);
    // What is done of a record, all its rows have done.
    const toDo = decided.filter((_, index) => !done[of.ids.indexOf(of.ids[index] ?? '')]).filter(isToWrite);
    const writes = (some: Accepted<Kept>[]) => writesOf(of.changesOf(some, items), command, pack);
    const groups = [...Map.groupBy(toDo, ({ after }) => of.groupOf(after)).values()];
    for (const transaction of isDryRun ? [] : transactionsOf(groups, writes))
      await database.transact(transaction);
    return decided.map((decision, index) => done[index] ?? answered(of.ids[index] ?? '', decision));
  });
}

function isToWrite<Kept>(decision: Decision<Kept>): decision is Accepted<Kept> {
  return decision.outcome === 'new' || decision.outcome === 'changed';
}

/** What this very command did to its rows before; `entries` are what history keeps of it, row by row. */
function doneBefore(
  database: Database,
  ids: string[],
  entries: (Item | undefined)[],
  command: Command,
): Promise<(ImportedRow | undefined)[]> {
  const history = new History(database);
  return Promise.all(
    ids.map(async (id, index): Promise<ImportedRow | undefined> => {
      // What is named twice was imported by the first of its rows.
      const item = ids.indexOf(id) === index ? entries[index] : undefined;
      if (!item) return undefined;
      const { subject, version, digest } = historyEntry(item);
      ensure(
        digest === digestOf(command),
        'keyReused',
        'This idempotency key was used for another command.',
        { field: 'idempotencyKey' },
      );
      if (version === 1) return { id, outcome: 'new' };
      const line = (await history.of(subject, true)).find((one) => one.version === version);
      return { id, outcome: 'changed', changes: line?.changes ?? [] };
    }),
  );
}

/** The rows in as few transactions as hold them: in halves where they are too many for one. */
function transactionsOf<Row>(groups: Row[][], writesOfRows: (rows: Row[]) => Write[]): Write[][] {
  if (groups.length === 0) return [];
  const writes = writesOfRows(groups.flat());
  if (writes.length <= mostItems || groups.length === 1) return [writes];
  const middle = Math.ceil(groups.length / 2);
  return [groups.slice(0, middle), groups.slice(middle)].flatMap((half) =>
    transactionsOf(half, writesOfRows),
  );
}

function answered<Kept extends Fields>(id: string, decision: Decision<Kept>): ImportedRow {
  if (decision.outcome === 'refused') return { id, outcome: 'refused', refused: decision.refusal };
  const { before, after, outcome } = decision;
  return {
    id,
    outcome,
    ...(before && outcome === 'changed' && { changes: changesBetween(before, after) }),
  };
}
