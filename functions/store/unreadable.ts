import { $ZodError } from 'zod/v4/core';
import { tables, type TableKeys, type TableName } from './tables.ts';
import type { Item } from './write.ts';

/** A row that cannot be read as what it should be. */
export interface UnreadableRow {
  table: TableName;
  /** Its key, such as `UA-0001 2024-11`. */
  key: string;
  reason: string;
}

/** What there is to say of a row that cannot be read. */
export function unreadable(table: TableName, item: Item, error: unknown): UnreadableRow {
  const { partitionKey, sortKey }: TableKeys = tables[table];
  const key = [partitionKey, ...(sortKey ? [sortKey] : [])].map((name) => String(item[name])).join(' ');
  return { table, key, reason: reasonIn(error) };
}

/** Why a row cannot be read, on one line: of a schema's complaints the first. */
function reasonIn(error: unknown): string {
  const [issue] = error instanceof $ZodError ? error.issues : [];
  if (issue) return `${issue.path.join('.')}: ${issue.message}`;
  return error instanceof Error ? error.message : String(error);
}
