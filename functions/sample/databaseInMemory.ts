import { Database } from '../store/database.ts';
import { tables, type TableKeys, type TableName } from '../store/tables.ts';
import type { Item, Key, Write } from '../store/write.ts';

type Query = Parameters<Database['query']>[1];

/** The items of a partition, by their sort keys. */
type Partition = Map<string, Item>;

/**
 * The database of a sample that is being made up: commands read and write it as they do the real one, only that all of it is
 * in memory and nobody else writes. So of a write's condition no more is asked than that what is new is not there yet;
 * commands compare versions themselves.
 */
export class DatabaseInMemory extends Database {
  readonly #tables = new Map<TableName, Map<string, Partition>>();

  readonly #onTransact: (writes: Write[]) => void;

  /** `onTransact` hears what each transaction writes. */
  constructor(onTransact: (writes: Write[]) => void = () => undefined) {
    super({});
    this.#onTransact = onTransact;
  }

  /** Everything in it, table by table, as puts that need nothing to be there or not; it is forgotten but for `kept` tables. */
  take(kept: readonly TableName[] = []): Write[] {
    const taken = [...this.#tables].filter(([table]) => !kept.includes(table));
    for (const [table] of taken) this.#tables.delete(table);
    return taken.flatMap(([table, partitions]) =>
      [...partitions.values()].flatMap((partition) =>
        [...partition.values()].map((item): Write => ({ table, kind: 'put', item })),
      ),
    );
  }

  override get(keys: { table: TableName; key: Key }[]): Promise<(Item | undefined)[]> {
    return Promise.resolve(
      keys.map(({ table, key }) => {
        const [name = '', sort = ''] = Object.values(key);
        return this.#partition(table, name).get(sort);
      }),
    );
  }

  override query(table: TableName, { key, equals, index, sort, limit }: Query): Promise<Item[]> {
    if (index || sort || limit || key !== tables[table].partitionKey)
      throw new Error(`Commands of a sample ask for whole partitions, not for other parts of ${table}.`);
    const items = [...this.#partition(table, equals)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Promise.resolve(items.map(([, item]) => item));
  }

  override transact(writes: Write[]): Promise<void> {
    for (const write of writes) if (write.kind !== 'check') this.#write(write);
    this.#onTransact(writes);
    return Promise.resolve();
  }

  #partition(table: TableName, name: string): Partition {
    const partitions = this.#tables.get(table) ?? new Map<string, Partition>();
    const partition = partitions.get(name) ?? new Map<string, Item>();
    this.#tables.set(table, partitions.set(name, partition));
    return partition;
  }

  #write(write: Exclude<Write, { kind: 'check' }>): void {
    const { partitionKey, sortKey }: TableKeys = tables[write.table];
    const at: Item = write.kind === 'put' ? write.item : write.key;
    const sort = sortKey ? String(at[sortKey]) : '';
    const partition = this.#partition(write.table, String(at[partitionKey]));
    const before = partition.get(sort);
    if (before && isForNew.test(write.condition ?? ''))
      throw new Error(`${String(at[partitionKey])} ${sort} is in ${write.table} already.`);
    if (write.kind === 'delete') partition.delete(sort);
    else partition.set(sort, write.kind === 'put' ? write.item : updated(before, write));
  }
}

/** The condition of a write that nothing is there. */
const isForNew = /^attribute_not_exists\(\w+\)$/;

/** An item after an update: clauses of what is set, removed or added, each a list. */
function updated(
  before: Item = {},
  { key, update, names = {}, values = {} }: Write & { kind: 'update' },
): Item {
  const item: Item = { ...before, ...key };
  for (const [, clause, list = ''] of update.matchAll(/(SET|REMOVE|ADD) (.*?)(?= SET | REMOVE | ADD |$)/g))
    for (const [name = '', value = ''] of list.split(', ').map((part) => part.split(/ (?:= )?/))) {
      const attribute = names[name] ?? name;
      if (clause === 'REMOVE') delete item[attribute];
      else if (clause === 'SET') item[attribute] = values[value];
      else item[attribute] = Number(item[attribute] ?? 0) + Number(values[value]);
    }
  return item;
}
