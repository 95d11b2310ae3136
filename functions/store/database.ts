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
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { nameFor, type TableName } from './tables.ts';

export type Item = Record<string, unknown>;

/** Which condition of a transaction did not hold, by the item's position. */
export class ConditionFailed extends Error {
  readonly positions: number[];

  constructor(positions: number[], cause: unknown) {
    super(`conditions of items ${positions.join(', ')} do not hold`, { cause });
    this.name = 'ConditionFailed';
    this.positions = positions;
  }
}

/** Another transaction touched the same items at the same time; trying again is right. */
export class Collision extends Error {
  override name = 'Collision';
}

const marshalled = (item: Item) => marshall(item, { removeUndefinedValues: true });

/** The one place that talks to DynamoDB. Tables are known by our names; `environment` gives the real ones. */
export class Database {
  readonly #client: DynamoDBClient;
  readonly #environment: NodeJS.ProcessEnv;

  /** `traced` may wrap the client, as a tracer does. */
  constructor(environment: NodeJS.ProcessEnv, traced = (client: DynamoDBClient) => client) {
    const { AWS_REGION: region, AWS_ENDPOINT_URL_DYNAMODB: endpoint } = environment;
    this.#client = traced(new DynamoDBClient({ region, endpoint, cacheMiddleware: true }));
    this.#environment = environment;
  }

  /** The real name of a table; a function that was not granted the table does not know it. */
  named(table: TableName): string {
    const name = this.#environment[nameFor(table)];
    if (!name) throw new Error(`${nameFor(table)} is not set: this function may not touch ${table}`);
    return name;
  }

  /** Items by key, from any tables, in one request; undefined where there is none. */
  async get(keys: { table: TableName; key: Record<string, string> }[]): Promise<(Item | undefined)[]> {
    const RequestItems: Record<string, KeysAndAttributes> = {};
    for (const { table, key } of keys) {
      const before = RequestItems[this.named(table)]?.Keys ?? [];
      RequestItems[this.named(table)] = { Keys: [...before, marshall(key)], ConsistentRead: true };
    }
    const { Responses = {}, UnprocessedKeys = {} } = await this.#client.send(
      new BatchGetItemCommand({ RequestItems }),
    );
    if (Object.keys(UnprocessedKeys).length > 0) throw new Collision('keys were left unprocessed');
    return keys.map(({ table, key }) =>
      (Responses[this.named(table)] ?? [])
        .map((found) => unmarshall(found))
        .find((found) => Object.entries(key).every(([name, value]) => found[name] === value)),
    );
  }

  /** All items of one partition of a table or index, in key order, over as many pages as there are. */
  async query(table: TableName, query: PartitionQuery): Promise<Item[]> {
    const items: Item[] = [];
    for (
      let page = await this.queryPage(table, query);
      ;
      page = await this.queryPage(table, query, page.next)
    ) {
      items.push(...page.items);
      if (!page.next) return items;
    }
  }

  /** One page of a partition: up to `limit` items, and the key to go on from. */
  async queryPage(
    table: TableName,
    query: PartitionQuery,
    from?: Item,
  ): Promise<{ items: Item[]; next?: Item }> {
    const input: QueryCommandInput = {
      TableName: this.named(table),
      IndexName: query.index,
      KeyConditionExpression: '#key = :key',
      ExpressionAttributeNames: { '#key': query.key },
      ExpressionAttributeValues: marshall({ ':key': query.equals }),
      ...(from && { ExclusiveStartKey: marshall(from) }),
      ...(query.limit && { Limit: query.limit }),
    };
    const { Items = [], LastEvaluatedKey } = await this.#client.send(new QueryCommand(input));
    return {
      items: Items.map((item) => unmarshall(item)),
      ...(LastEvaluatedKey && { next: unmarshall(LastEvaluatedKey) }),
    };
  }

  /** Every item of a table, for `rebuild` alone. */
  async *scan(table: TableName): AsyncGenerator<Item> {
    let from: Record<string, AttributeValue> | undefined;
    do {
      const input = { TableName: this.named(table), ExclusiveStartKey: from, ConsistentRead: true };
      const page: ScanCommandOutput = await this.#client.send(new ScanCommand(input));
      for (const item of page.Items ?? []) yield unmarshall(item);
      from = page.LastEvaluatedKey;
    } while (from);
  }

  /** All writes or none. Fails with ConditionFailed or Collision where that is the reason. */
  async transact(writes: Write[]): Promise<void> {
    const TransactItems = writes.map((write) => this.#transactItem(write));
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems }));
    } catch (error) {
      throw reasonOf(error);
    }
  }

  #transactItem(write: Write): TransactWriteItem {
    const TableName = this.named(write.table);
    const condition = {
      ConditionExpression: write.condition,
      ExpressionAttributeNames: write.names,
      ExpressionAttributeValues: write.values && marshalled(write.values),
    };
    return write.kind === 'put'
      ? { Put: { TableName, Item: marshalled(write.item), ...condition } }
      : { Update: { TableName, Key: marshall(write.key), UpdateExpression: write.update, ...condition } };
  }
}

interface PartitionQuery {
  index?: string;
  key: string;
  equals: string;
  limit?: number;
}

interface Expression {
  table: TableName;
  condition?: string;
  names?: Record<string, string>;
  values?: Item;
}

/** One write of a transaction. */
export type Write = Expression &
  ({ kind: 'put'; item: Item } | { kind: 'update'; key: Record<string, string>; update: string });

const collisions = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'TransactionInProgressException') return new Collision(error.message, { cause: error });
  if (!('CancellationReasons' in error) || !Array.isArray(error.CancellationReasons)) return error;
  const codes = error.CancellationReasons.map((reason: { Code?: string }) => reason.Code ?? 'None');
  const failed = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
  if (failed.length > 0) return new ConditionFailed(failed, error);
  return codes.some((code) => collisions.has(code)) ? new Collision(error.message, { cause: error }) : error;
}
