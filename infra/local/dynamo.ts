import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { Caller, roles } from '../../functions/domain/caller.ts';
import type { Role } from '../../functions/domain/caller.ts';
import { tables } from '../../functions/store/tables.ts';
import { Cannot, messageOf } from './cannot.ts';
import type { TablePlan } from './plan/tables.ts';

const connect = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

type Keys = Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes'>;

/** Names of keys and indexes in an order that does not depend on who lists them. */
const fingerprint = ({ KeySchema = [], GlobalSecondaryIndexes = [] }: Keys): string =>
  [
    ...KeySchema.map((key) => `${key.KeyType} ${key.AttributeName}`),
    ...GlobalSecondaryIndexes.map(
      (index) => `${index.IndexName}(${fingerprint({ KeySchema: index.KeySchema })})`,
    ),
  ]
    .sort()
    .join(', ');

async function existing(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw new Cannot(`The database engine does not answer as DynamoDB does: ${messageOf(error)}`);
  }
}

async function ensureTable(client: DynamoDBClient, plan: TablePlan): Promise<void> {
  const table = await existing(client, plan.TableName);
  if (!table) {
    await client.send(new CreateTableCommand(plan));
  } else if (fingerprint(table) !== fingerprint(plan)) {
    throw new Cannot(
      `The table ${plan.TableName} was made by another version, with other keys: move the data folder away.`,
    );
  }
}

/** Creates the tables of the template that the engine does not hold yet; one with other keys is refused. */
export async function createTables(endpoint: string, plans: readonly TablePlan[]): Promise<void> {
  const client = connect(endpoint);
  try {
    for (const plan of plans) await ensureTable(client, plan);
  } finally {
    client.destroy();
  }
}

const Account = z.extend(Caller, { note: z.optional(z.string()) });

/** A demo account: who may be signed in as, and a note on what there is to do. */
export type Account = z.infer<typeof Account>;

/** The Accounts table, as the sign-in page needs it. */
export class DemoAccounts {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(endpoint: string, table: string) {
    this.#client = connect(endpoint);
    this.#table = table;
  }

  async find(accountId: string): Promise<Account | undefined> {
    const Key = marshall({ [tables.accounts.partitionKey]: accountId });
    const { Item } = await this.#client.send(new GetItemCommand({ TableName: this.#table, Key }));
    return Item && Account.parse(unmarshall(Item));
  }

  /** The accounts of a role; the first is the one to begin with: one that is not bound to regions. */
  async ofRole(role: Role): Promise<Account[]> {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'byRole' satisfies keyof typeof tables.accounts.indexes,
        KeyConditionExpression: '#role = :role',
        ExpressionAttributeNames: { '#role': tables.accounts.indexes.byRole.partitionKey },
        ExpressionAttributeValues: marshall({ ':role': role }),
      }),
    );
    const accounts = Items.map((item) => Account.parse(unmarshall(item)));
    return accounts.sort(
      (one, other) => Number(one.regions !== undefined) - Number(other.regions !== undefined),
    );
  }

  /** The accounts of every role. */
  async all(): Promise<Account[]> {
    return (await Promise.all(roles.map((role) => this.ofRole(role)))).flat();
  }

  async put(account: Account): Promise<void> {
    const Item = marshall(account, { removeUndefinedValues: true });
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }));
  }

  close(): void {
    this.#client.destroy();
  }
}
