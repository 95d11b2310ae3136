import {
  BatchGetItemCommand,
  DynamoDBClient,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  type AttributeValue,
  type KeysAndAttributes,
  type QueryCommandInput,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { credentialsIn } from './credentials.ts';
import { PlainProtocol } from './plainProtocol.ts';
import { nameFor, type TableName } from './tables.ts';
import { unreadable, type UnreadableRow } from './unreadable.ts';
import { Collision, reasonOf, transactItem, type Item, type Key, type Write } from './write.ts';

/** The one place that talks to DynamoDB. Tables are known by our names; `environment` gives the real ones. */
export class Database {
  readonly #client: DynamoDBClient;
  readonly #environment: NodeJS.ProcessEnv;
  /** Reading the environment is a call out of JavaScript each time. */
  readonly #names = new Map<TableName, string>();
  readonly #onUnreadable: (row: UnreadableRow) => void;

  /** `onUnreadable` is told of rows that lists leave out; a check of progress names them all the same. */
  constructor(environment: NodeJS.ProcessEnv, onUnreadable: (row: UnreadableRow) => void = () => undefined) {
    const { AWS_REGION: region, AWS_ENDPOINT_URL_DYNAMODB: endpoint } = environment;
    const credentials = credentialsIn(environment);
    const protocol = PlainProtocol;
    this.#client = new DynamoDBClient({ region, endpoint, credentials, protocol, cacheMiddleware: true });
    // Nobody reads what the SDK would log or say of itself, and preparing it takes its time: for a long answer more than all else.
    for (const unread of ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware'])
      this.#client.middlewareStack.remove(unread);
    this.#environment = environment;
    this.#onUnreadable = onUnreadable;
  }

  /** The real name of a table; a function that was not granted the table does not know it. */
  named(table: TableName): string {
    const known = this.#names.get(table);
    if (known) return known;
    const name = this.#environment[nameFor(table)];
    if (!name) throw new Error(`${nameFor(table)} is not set: this function may not touch ${table}`);
    this.#names.set(table, name);
    return name;
  }

  /** Items by key, from any tables, in one request of at most 100; undefined where there is none. */
  async get(keys: { table: TableName; key: Key }[]): Promise<(Item | undefined)[]> {
    if (keys.length === 0) return [];
    const wanted = new Map<string, Map<string, Key>>();
    for (const { table, key } of keys) {
      const name = this.named(table);
      wanted.set(name, (wanted.get(name) ?? new Map<string, Key>()).set(Object.values(key).join('\n'), key));
    }
    const RequestItems: Record<string, KeysAndAttributes> = Object.fromEntries(
      [...wanted].map(([name, own]) => [
        name,
        { Keys: [...own.values()].map((key) => marshall(key)), ConsistentRead: true },
      ]),
    );
    const { Responses = {}, UnprocessedKeys = {} } = await this.#client.send(
      new BatchGetItemCommand({ RequestItems }),
    );
    if (Object.keys(UnprocessedKeys).length > 0) throw new Collision('keys were left unprocessed');
    const items = new Map(
      Object.entries(Responses).map(([name, own]) => [name, own.map((item) => unmarshall(item))]),
    );
    return keys.map(({ table, key }) =>
      items
        .get(this.named(table))
        ?.find((found) => Object.entries(key).every(([name, value]) => found[name] === value)),
    );
  }

  /** Items by key, however many, in as many requests as that takes. */
  async getAll(keys: { table: TableName; key: Key }[]): Promise<(Item | undefined)[]> {
    const requests = Array.from({ length: Math.ceil(keys.length / mostKeys) }, (_, index) =>
      this.get(keys.slice(index * mostKeys, (index + 1) * mostKeys)),
    );
    return (await Promise.all(requests)).flat();
  }

  /** All items of one partition of a table or index, in key order, over as many pages as there are. */
  async query(table: TableName, query: PartitionQuery): Promise<Item[]> {
    return (await this.queryRaw(table, query)).map((item) => unmarshall(item));
  }

  /** The same as DynamoDB writes it, for rows of which there are so many that turning them into objects takes the longest. */
  async queryRaw(table: TableName, query: PartitionQuery): Promise<RawItem[]> {
    const items: RawItem[] = [];
    for (let from: RawItem | undefined; ;) {
      const page = await this.#page(table, query, from);
      items.push(...page.items);
      if (!page.next) return items;
      from = page.next;
    }
  }

  /** One page of a partition: up to `limit` items, and the key to go on from. */
  async queryPage(
    table: TableName,
    query: PartitionQuery,
    from?: Item,
  ): Promise<{ items: Item[]; next?: Item }> {
    const { items, next } = await this.#page(table, query, from && marshall(from));
    return { items: items.map((item) => unmarshall(item)), ...(next && { next: unmarshall(next) }) };
  }

  async #page(
    table: TableName,
    { index, key, equals, sort, limit, project, newestFirst = false, isConsistent = false }: PartitionQuery,
    from: RawItem | undefined,
  ): Promise<{ items: RawItem[]; next?: RawItem }> {
    const { condition, values } = sortCondition(sort);
    const only = projection(project);
    const input: QueryCommandInput = {
      TableName: this.named(table),
      IndexName: index,
      KeyConditionExpression: ['#key = :key', ...condition].join(' AND '),
      ExpressionAttributeNames: { '#key': key, ...(sort && { '#sort': sort.key }), ...only.names },
      ExpressionAttributeValues: marshall({ ':key': equals, ...values }),
      ScanIndexForward: !newestFirst,
      ConsistentRead: isConsistent,
      ...(from && { ExclusiveStartKey: from }),
      ...(limit && { Limit: limit }),
      ...(only.expression && { ProjectionExpression: only.expression }),
    };
    const { Items = [], LastEvaluatedKey } = await this.#client.send(new QueryCommand(input));
    return { items: Items, ...(LastEvaluatedKey && { next: LastEvaluatedKey }) };
  }

  /** Every item of a table, read consistently, for maintenance alone. */
  async *scan(table: TableName): AsyncGenerator<Item> {
    for await (const item of this.scanRaw(table)) yield unmarshall(item);
  }

  /** The same as DynamoDB writes it. */
  async *scanRaw(table: TableName): AsyncGenerator<RawItem> {
    let from: RawItem | undefined;
    do {
      const input = { TableName: this.named(table), ExclusiveStartKey: from, ConsistentRead: true };
      const page: ScanCommandOutput = await this.#client.send(new ScanCommand(input));
      yield* page.Items ?? [];
      from = page.LastEvaluatedKey;
    } while (from);
  }

  /** Items as records; one that cannot be read is told and left out, so that it hides none of the others. */
  readable<Record>(table: TableName, items: Item[], parse: (item: Item) => Record): Record[] {
    return items.flatMap((item) => {
      try {
        return [parse(item)];
      } catch (error) {
        this.tellUnreadable(unreadable(table, item, error));
        return [];
      }
    });
  }

  /** Names a row that a list leaves out. */
  tellUnreadable(row: UnreadableRow): void {
    this.#onUnreadable(row);
  }

  /** All writes or none, of at most 100 items. Fails with ConditionFailed or Collision where that is the reason. */
  async transact(writes: Write[]): Promise<void> {
    const TransactItems = writes.map((write) => transactItem(write, (table) => this.named(table)));
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems }));
    } catch (error) {
      throw reasonOf(error);
    }
  }
}

/** How many keys one request may name. */
const mostKeys = 100;

export type RawItem = Record<string, AttributeValue>;

/** A range of a partition's sort key; both ends belong to it. */
type SortRange = { key: string } & ({ from: string; to?: string } | { to: string; from?: undefined });

interface PartitionQuery {
  index?: string;
  key: string;
  equals: string;
  sort?: SortRange;
  limit?: number;
  /** The attributes that are sent, all when absent; what is read, and paid for, is the same. */
  project?: readonly string[];
  /** From the end of the partition. */
  newestFirst?: boolean;
  /** Sees every write that was acknowledged; costs twice as much, and indexes cannot. */
  isConsistent?: boolean;
}

function projection(project: readonly string[] = []): { expression?: string; names: Record<string, string> } {
  const names = Object.fromEntries(project.map((name) => [`#only_${name}`, name]));
  return { names, ...(project.length > 0 && { expression: Object.keys(names).join(', ') }) };
}

function sortCondition(range: SortRange | undefined): { condition: string[]; values: Key } {
  if (!range) return { condition: [], values: {} };
  const { from, to } = range;
  if (from !== undefined && to !== undefined)
    return { condition: ['#sort BETWEEN :from AND :to'], values: { ':from': from, ':to': to } };
  return from === undefined
    ? { condition: ['#sort <= :to'], values: { ':to': to ?? '' } }
    : { condition: ['#sort >= :from'], values: { ':from': from } };
}
