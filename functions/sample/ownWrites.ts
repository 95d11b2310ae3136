import { Database } from '../store/database.ts';
import type { Item, Write } from '../store/write.ts';
import { tables, type TableKeys, type TableName } from '../store/tables.ts';

type Key = Record<string, string>;

/** Records that commands write whole, and read again for the next command. */
const kept: readonly TableName[] = ['donors', 'donations', 'consignments', 'solutions', 'warehouses'];

/**
 * The database as the loader uses it: what it wrote itself it does not read again, which halves the load. Nobody else
 * writes a record while its timeline is told, and if somebody did, the write's own conditions would refuse it.
 */
export class OwnWrites extends Database {
  readonly #known = new Map<string, Item | undefined>();

  /** Keeps an item as it is in the table now, or that there is none. */
  remember(table: TableName, key: Key, item: Item | undefined): void {
    this.#known.set(nameOf(table, key), item);
  }

  override async get(keys: { table: TableName; key: Key }[]): Promise<(Item | undefined)[]> {
    const names = keys.map(({ table, key }) => nameOf(table, key));
    if (!names.every((name) => this.#known.has(name))) return super.get(keys);
    return names.map((name) => this.#known.get(name));
  }

  override async transact(writes: Write[]): Promise<void> {
    await super.transact(writes);
    for (const write of writes)
      if (write.kind === 'put' && kept.includes(write.table))
        this.remember(write.table, keyOf(write), write.item);
  }
}

function keyOf({ table, item }: Write & { kind: 'put' }): Key {
  const { partitionKey, sortKey }: TableKeys = tables[table];
  const names = sortKey ? [partitionKey, sortKey] : [partitionKey];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}

function nameOf(table: TableName, key: Key): string {
  return [table, ...Object.values(key)].join(' ');
}
