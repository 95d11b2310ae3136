import type { Amounts } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import { unreadable, type UnreadableRow } from '../store/unreadable.ts';
import type { Database } from '../store/database.ts';
import { progressKey, shardOf, type ProgressKey } from '../store/progress.ts';
import type { RecordSource } from '../store/recordKind.ts';

/** What the records say that a row of progress should hold. */
export interface RecountedRow {
  key: ProgressKey;
  amounts: Amounts;
}

/** All records, added up. */
export interface Recount {
  /** By the text of their keys. */
  rows: Map<string, RecountedRow>;
  /** How many records of each kind were counted, by the kind's name. */
  records: Record<string, number>;
  unreadable: UnreadableRow[];
}

/** A row's key as text. */
export function keyText({ scope, monthRegion }: ProgressKey): string {
  return `${scope} ${monthRegion}`;
}

/** Adds up every record of every kind, without keeping them: a country has more than memory holds. */
export async function recount(
  database: Database,
  pack: CountryPack,
  sources: RecordSource[],
): Promise<Recount> {
  const result: Recount = { rows: new Map(), records: {}, unreadable: [] };
  for (const source of sources) {
    let count = 0;
    for await (const item of database.scan(source.table)) {
      try {
        add(result.rows, source.counted(item, pack), pack);
        count += 1;
      } catch (error) {
        result.unreadable.push(unreadable(source.table, item, error));
      }
    }
    result.records[source.name] = count;
  }
  return result;
}

function add(
  rows: Map<string, RecountedRow>,
  { shardBy, contributions }: ReturnType<RecordSource['counted']>,
  pack: CountryPack,
): void {
  const shard = shardOf(shardBy, pack);
  const keyed = contributions.map(({ amounts, ...at }) => ({ key: progressKey(at, shard, pack), amounts }));
  for (const { key, amounts } of keyed) {
    const row = rows.get(keyText(key)) ?? { key, amounts: {} };
    for (const [name, amount] of Object.entries(amounts))
      row.amounts[name] = (row.amounts[name] ?? 0) + amount;
    rows.set(keyText(key), row);
  }
}
