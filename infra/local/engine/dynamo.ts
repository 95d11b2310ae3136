import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import type {
  GlobalSecondaryIndex,
  GlobalSecondaryIndexDescription,
  GlobalSecondaryIndexUpdate,
  KeySchemaElement,
  TableDescription,
} from '@aws-sdk/client-dynamodb';
import { setTimeout } from 'node:timers/promises';
import { UserError, messageOf } from '../userError.ts';
import { localCredentials } from './engine.ts';
import { ensureExpiry } from './expiry.ts';
import type { TablePlan } from '../plan/tables.ts';

const connect = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: 'local', credentials: localCredentials });

type Index = GlobalSecondaryIndex | GlobalSecondaryIndexDescription;

const keysAsText = (keys: readonly KeySchemaElement[] = []): string =>
  keys.map((key) => `${key.KeyType} ${key.AttributeName}`).join(', ');

/** An index in words that do not depend on who lists it in what order. */
function asText({ KeySchema, Projection }: Index): string {
  const carried = (Projection?.NonKeyAttributes ?? []).toSorted().join(', ');
  return `${keysAsText(KeySchema)}: ${Projection?.ProjectionType ?? ''} ${carried}`;
}

/** Which indexes go and which are made, one a request, as DynamoDB wants it. A changed one does both. */
function indexUpdates(table: TableDescription, plan: TablePlan): GlobalSecondaryIndexUpdate[] {
  const existing = new Map(table.GlobalSecondaryIndexes?.map((index) => [index.IndexName, index]));
  const wished = new Map(plan.GlobalSecondaryIndexes?.map((index) => [index.IndexName, index]));
  const gone = [...existing].flatMap(([name = '', index]) => {
    const stays = wished.get(name);
    return stays && asText(stays) === asText(index) ? [] : [name];
  });
  const made = [...wished].flatMap(([name, index]) =>
    existing.has(name) && !gone.includes(name) ? [] : [index],
  );
  return [
    ...gone.map((IndexName) => ({ Delete: { IndexName } })),
    ...made.map((index) => ({ Create: index })),
  ];
}

async function described(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw new UserError(`The database engine does not answer as DynamoDB does: ${messageOf(error)}`);
  }
}

const isReady = ({ TableStatus, GlobalSecondaryIndexes = [] }: TableDescription): boolean =>
  TableStatus === 'ACTIVE' && GlobalSecondaryIndexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE');

/** Waits until nothing about a table is being made or deleted any more. */
async function settled(client: DynamoDBClient, name: string): Promise<void> {
  for (let table = await described(client, name); table && !isReady(table);) {
    await setTimeout(50);
    table = await described(client, name);
  }
}

/** Gives a table of an older release the indexes of this one; their content is made from its items. */
async function update(client: DynamoDBClient, table: TableDescription, plan: TablePlan): Promise<void> {
  const { TableName, AttributeDefinitions } = plan;
  if (keysAsText(table.KeySchema) !== keysAsText(plan.KeySchema))
    throw new UserError(
      `The table ${TableName} was made by another version, with other keys: move the data folder away.`,
    );
  for (const change of indexUpdates(table, plan)) {
    await client.send(
      new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [change] }),
    );
    await settled(client, TableName);
  }
}

/** Makes a table what the plan says; tells whether there was one. */
async function ensureTable(client: DynamoDBClient, plan: TablePlan): Promise<boolean> {
  const { TimeToLiveSpecification: _, ...creation } = plan;
  const table = await described(client, plan.TableName);
  if (table) await update(client, table, plan);
  else await client.send(new CreateTableCommand(creation));
  await settled(client, plan.TableName);
  await ensureExpiry(client, plan);
  return table !== undefined;
}

/**
 * Makes the engine's tables those of the template: new ones, and new indexes of those that are there. A table with
 * other keys is refused. Tells whether there were tables before.
 */
export async function createTables(
  endpoint: string,
  plans: readonly TablePlan[],
): Promise<{ hadTables: boolean }> {
  const client = connect(endpoint);
  try {
    let hadTables = false;
    for (const plan of plans) hadTables = (await ensureTable(client, plan)) || hadTables;
    return { hadTables };
  } finally {
    client.destroy();
  }
}
