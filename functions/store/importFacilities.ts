import type { CountryPack } from '../domain/countryPack.ts';
import type { Accepted, Decision, ImportOutcome, ImportRow, OnRecord } from '../domain/facilityImport.ts';
import { changesBetween, type FieldChange } from '../domain/history.ts';
import { ensure, type Refusal } from '../domain/refusal.ts';
import { digestOf, mostItems, retried, writesOf, type Command } from './change.ts';
import type { Database } from './database.ts';
import { claimKey, claimWrites, holdersOf } from './externalCodes.ts';
import { facilityFrom, facilityKind } from './facilities.ts';
import { History, historyEntry, historyKey } from './history.ts';
import { recordChange } from './recordKind.ts';
import type { Item, Write } from './write.ts';

/** What became of a row: what it changed, or why it was not done. */
export interface ImportedRow {
  facilityId: string;
  outcome: ImportOutcome;
  changes?: FieldChange[];
  refused?: Refusal;
}

interface ImportRules {
  /** Only tells what would be; writes nothing. */
  isDryRun: boolean;
  decide: (rows: ImportRow[], onRecord: OnRecord) => Decision[];
}

/**
 * Imports facilities, as many in a transaction as it takes, each with its own history. Costs one read and mostly one
 * transaction. Whoever asks again after a lost answer is told what was done then, and the rest is done.
 */
export function importFacilities(
  database: Database,
  pack: CountryPack,
  rows: ImportRow[],
  command: Command,
  { isDryRun, decide }: ImportRules,
): Promise<ImportedRow[]> {
  return retried(async () => {
    const { entries, ...onRecord } = await readFor(database, rows, command);
    const done = isDryRun ? [] : await doneBefore(database, entries, command);
    const decided = decide(rows, onRecord).map((decision, index) => ({ row: rows[index], decision, index }));
    const toDo = decided.filter(({ index }) => !done[index]).map(({ decision }) => decision);
    for (const writes of isDryRun ? [] : transactionsOf(toDo.filter(isToWrite), command, pack))
      await database.transact(writes);
    return decided.map(
      ({ row, decision, index }) => done[index] ?? answered(row?.profile.facilityId ?? '', decision),
    );
  });
}

const isToWrite = (decision: Decision): decision is Accepted =>
  decision.outcome === 'new' || decision.outcome === 'changed';
const subjectOf = (facilityId: string) => `facility#${facilityId}`;

/** Everything there is to decide on; `entries` are what history keeps of this very command, row by row. */
async function readFor(
  database: Database,
  rows: ImportRow[],
  { idempotencyKey }: Command,
): Promise<OnRecord & { entries: (Item | undefined)[] }> {
  const profiles = rows.map(({ profile }) => profile);
  const linked = profiles.flatMap(({ links = [] }) => links.map(({ facilityId }) => facilityId));
  const ids = [...new Set([...profiles.map(({ facilityId }) => facilityId), ...linked])];
  const codes = profiles.flatMap(({ externalCodes = [] }) => externalCodes);
  const items = await database.getAll([
    ...profiles.map(({ facilityId }) => historyKey(subjectOf(facilityId), idempotencyKey)),
    ...ids.map((facilityId) => ({ table: 'facilities' as const, key: { facilityId } })),
    ...codes.map(claimKey),
  ]);
  const facilities = items.slice(rows.length, rows.length + ids.length).filter((item) => item !== undefined);
  return {
    // A facility that is named twice was imported by the first of its rows.
    entries: profiles.map(({ facilityId }, index) =>
      profiles.findIndex((one) => one.facilityId === facilityId) === index ? items[index] : undefined,
    ),
    facilities: new Map(facilities.map(facilityFrom).map((facility) => [facility.facilityId, facility])),
    holders: holdersOf(codes, items.slice(rows.length + ids.length)),
  };
}

/** What this very command did to its rows before. */
function doneBefore(
  database: Database,
  entries: (Item | undefined)[],
  command: Command,
): Promise<(ImportedRow | undefined)[]> {
  const history = new History(database);
  return Promise.all(
    entries.map(async (item): Promise<ImportedRow | undefined> => {
      if (!item) return undefined;
      const { subject, version, digest } = historyEntry(item);
      ensure(
        digest === digestOf(command),
        'keyReused',
        'This idempotency key was used for another command.',
        { field: 'idempotencyKey' },
      );
      const facilityId = subject.slice(subjectOf('').length);
      if (version === 1) return { facilityId, outcome: 'new' };
      const line = (await history.of(subject, true)).find((one) => one.version === version);
      return { facilityId, outcome: 'changed', changes: line?.changes ?? [] };
    }),
  );
}

/** The rows in as few transactions as hold them: in halves where they are too many for one. */
function transactionsOf(accepted: Accepted[], command: Command, pack: CountryPack): Write[][] {
  if (accepted.length === 0) return [];
  const writes = writesOf(
    accepted.map(({ before, after }) =>
      recordChange(facilityKind, before, after, claimWrites(before, after)),
    ),
    command,
    pack,
  );
  if (writes.length <= mostItems || accepted.length === 1) return [writes];
  const middle = Math.ceil(accepted.length / 2);
  return [accepted.slice(0, middle), accepted.slice(middle)].flatMap((half) =>
    transactionsOf(half, command, pack),
  );
}

function answered(facilityId: string, decision: Decision): ImportedRow {
  if (decision.outcome === 'refused') return { facilityId, outcome: 'refused', refused: decision.refusal };
  const { before, after, outcome } = decision;
  return {
    facilityId,
    outcome,
    ...(before && outcome === 'changed' && { changes: changesBetween({ ...before }, { ...after }) }),
  };
}
