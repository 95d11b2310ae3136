import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { Cannot, messageOf } from './cannot.ts';
import type { TablePlan } from './tables.ts';

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
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials, maxAttempts: 1 });
  try {
    for (const plan of plans) await ensureTable(client, plan);
  } finally {
    client.destroy();
  }
}
