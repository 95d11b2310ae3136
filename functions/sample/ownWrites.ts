import { Database } from '../store/database.ts';
import type { Item, Write } from '../store/write.ts';
import { tables, type TableKeys, type TableName } from '../store/tables.ts';

type Key = Record<string, string>;
type Query = Parameters<Database['query']>[1];

/** Records that commands write whole, and read again for the next command. */
const kept: readonly TableName[] = [
  'donors',
  'donations',
  'consignments',
  'solutions',
  'warehouses',
  'monthlyReports',
];

/**
 * The database as the loader uses it: what it wrote itself it does not read again, which halves the load. Nobody else
 * writes a record while its timeline is told, and if somebody did, the write's own conditions would refuse it.
 */
export class OwnWrites extends Database {
  readonly #known = new Map<string, Item | undefined>();
  /** Partitions of which every item is known, by their sort keys. */
  readonly #partitions = new Map<string, Map<string, Item>>();

  /** Keeps an item as it is in the table now, or that there is none. */
  remember(table: TableName, key: Key, item: Item | undefined): void {
    this.#known.set(nameOf(table, key), item);
    const [partition = '', sort] = Object.values(key);
    if (item && sort !== undefined) this.#partitions.get(`${table} ${partition}`)?.set(sort, item);
  }

  /** Keeps all items that a partition has now. */
  rememberAll(table: TableName, partition: string, items: Item[]): void {
    this.#partitions.set(`${table} ${partition}`, new Map());
    for (const item of items) this.remember(table, keyOf(table, item), item);
  }

  override async get(keys: { table: TableName; key: Key }[]): Promise<(Item | undefined)[]> {
    const names = keys.map(({ table, key }) => nameOf(table, key));
    if (!names.every((name) => this.#known.has(name))) return super.get(keys);
    return names.map((name) => this.#known.get(name));
  }

  override async query(table: TableName, query: Query): Promise<Item[]> {
    const isWhole = !query.index && !query.sort && query.limit === undefined;
    const known = isWhole ? this.#partitions.get(`${table} ${query.equals}`) : undefined;
    if (!known) return super.query(table, query);
    return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  }

  override async transact(writes: Write[]): Promise<void> {
    await super.transact(writes);
    for (const write of writes)
      if (write.kind === 'put' && kept.includes(write.table))
        this.remember(write.table, keyOf(write.table, write.item), write.item);
  }
}

function keyOf(table: TableName, item: Item): Key {
  const { partitionKey, sortKey }: TableKeys = tables[table];
  const names = sortKey ? [partitionKey, sortKey] : [partitionKey];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}

function nameOf(table: TableName, key: Key): string {
  return [table, ...Object.values(key)].join(' ');
}
