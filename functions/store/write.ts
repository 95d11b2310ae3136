import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { TableName } from './tables.ts';

export type Item = Record<string, unknown>;
export type Key = Record<string, string>;

interface Expression {
  table: TableName;
  condition?: string;
  names?: Record<string, string>;
  values?: Item;
}

/** One write of a transaction. */
export type Write = Expression &
  (
    | { kind: 'put'; item: Item }
    | { kind: 'update'; key: Key; update: string }
    | { kind: 'delete'; key: Key }
    /** Changes nothing: the condition must hold for the others to be written. */
    | { kind: 'check'; key: Key; condition: string }
  );

const marshalled = (item: Item) => marshall(item, { removeUndefinedValues: true });

/** A write as DynamoDB takes it; `named` gives a table's real name. */
export function transactItem(write: Write, named: (table: TableName) => string): TransactWriteItem {
  const TableName = named(write.table);
  const ConditionExpression = write.condition;
  const expression = {
    TableName,
    ExpressionAttributeNames: write.names,
    ExpressionAttributeValues: write.values && marshalled(write.values),
  };
  if (write.kind === 'put')
    return { Put: { ...expression, ConditionExpression, Item: marshalled(write.item) } };
  const Key = marshall(write.key);
  if (write.kind === 'update')
    return { Update: { ...expression, ConditionExpression, Key, UpdateExpression: write.update } };
  return write.kind === 'delete'
    ? { Delete: { ...expression, ConditionExpression, Key } }
    : { ConditionCheck: { ...expression, ConditionExpression: write.condition, Key } };
}

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

/** Whether a write was done; it was not where its condition did not hold any more. */
export async function unlessChanged(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}

const collisions = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** Why a transaction was not done, as the store tells it. */
export function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'TransactionInProgressException') return new Collision(error.message, { cause: error });
  if (!('CancellationReasons' in error) || !Array.isArray(error.CancellationReasons)) return error;
  const codes = error.CancellationReasons.map((reason: { Code?: string }) => reason.Code ?? 'None');
  const failed = codes.flatMap((code, position) => (code === 'ConditionalCheckFailed' ? [position] : []));
  if (failed.length > 0) return new ConditionFailed(failed, error);
  return codes.some((code) => collisions.has(code)) ? new Collision(error.message, { cause: error }) : error;
}
