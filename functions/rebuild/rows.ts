import type { Amounts } from '../domain/contribution.ts';
import { withoutZeros } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import { unlessChanged } from '../store/write.ts';
import type { Database } from '../store/database.ts';
import type { UnreadableRow } from '../store/unreadable.ts';
import {
  Progress,
  progressWrite,
  untouchedSince,
  type ProgressKey,
  type ProgressRow,
} from '../store/progress.ts';
import type { RecordSource } from '../store/recordKind.ts';
import { recordSources } from '../store/recordKinds.ts';
import { keyText, recount, type Recount } from './recount.ts';

/** A row of progress that is not what its records say. */
export interface RowDifference {
  key: ProgressKey;
  /** The row as it was read; undefined where there is none. */
  row: ProgressRow | undefined;
  /** What it lacks to equal its records; negative where it has too much. */
  lacking: Amounts;
}

/** What a comparison of progress with its records found. */
export interface RowCheck extends Pick<Recount, 'records' | 'unreadable'> {
  rows: number;
  differences: RowDifference[];
  /** Rows that somebody wrote to during every look: it is not known whether they are right. */
  unsettled: ProgressKey[];
}

/** How often rows that were written to meanwhile are looked at again. */
const looks = 4;

/**
 * Compares progress with its records while people go on writing. Each row counts the writes to it, and every change of
 * a record writes to the rows that it moves: so a row that was not written to between a look before the records were
 * read and one after them must equal them. The others are looked at again.
 */
export async function checkRows(
  database: Database,
  pack: CountryPack,
  sources: RecordSource[] = recordSources,
): Promise<RowCheck> {
  const verdicts = new Map<string, RowDifference | undefined>();
  for (let look = 1; ; look += 1) {
    const before = await rowsOf(database, pack);
    const recounted = await recount(database, pack, sources);
    const after = await rowsOf(database, pack);
    const unsettled: ProgressKey[] = [];
    for (const key of new Set([...recounted.rows.keys(), ...after.rows.keys(), ...before.rows.keys()])) {
      const row = after.rows.get(key);
      const expected = recounted.rows.get(key);
      const at = row?.key ?? expected?.key;
      if (!at) continue;
      if (row?.writes === before.rows.get(key)?.writes)
        verdicts.set(key, differenceOf(at, row, expected?.amounts ?? {}));
      else if (!verdicts.has(key)) unsettled.push(at);
    }
    if (unsettled.length > 0 && look < looks) continue;
    return {
      records: recounted.records,
      rows: after.rows.size,
      unreadable: [...recounted.unreadable, ...after.unreadable],
      differences: [...verdicts.values()].filter((one) => one !== undefined),
      unsettled,
    };
  }
}

async function rowsOf(
  database: Database,
  pack: CountryPack,
): Promise<{ rows: Map<string, ProgressRow>; unreadable: UnreadableRow[] }> {
  const rows = new Map<string, ProgressRow>();
  const unreadable: UnreadableRow[] = [];
  for await (const row of new Progress(database, pack).all((one) => unreadable.push(one)))
    rows.set(keyText(row.key), row);
  return { rows, unreadable };
}

function differenceOf(
  key: ProgressKey,
  row: ProgressRow | undefined,
  expected: Amounts,
): RowDifference | undefined {
  const lacking = { ...expected };
  for (const [name, amount] of Object.entries(row?.amounts ?? {}))
    lacking[name] = (lacking[name] ?? 0) - amount;
  const left = withoutZeros(lacking);
  return Object.keys(left).length > 0 ? { key, row, lacking: left } : undefined;
}

/** Gives a row what it lacks, unless it was written to since it was read; answers whether it did. */
export async function repairRow(
  database: Database,
  pack: CountryPack,
  { key, row, lacking }: RowDifference,
): Promise<boolean> {
  return unlessChanged(database.transact([progressWrite(key, lacking, pack, untouchedSince(row))]));
}
