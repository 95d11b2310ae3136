import { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TablePlan } from '../plan/tables.ts';

/**
 * Turns on the expiry of a table's items where the plan wants it and it is not on yet. The embedded engine knows of it,
 * but deletes nothing: readers leave out what has expired, as they must on AWS for the days until it is gone.
 */
export async function ensureExpiry(client: DynamoDBClient, plan: TablePlan): Promise<void> {
  const { TableName, TimeToLiveSpecification } = plan;
  if (!TimeToLiveSpecification) return;
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (TimeToLiveDescription?.AttributeName === TimeToLiveSpecification.AttributeName) return;
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}
