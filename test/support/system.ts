import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { nameFor, tables } from '../../functions/store/tables.ts';
import type { TableName } from '../../functions/store/tables.ts';
import { createTables } from '../../infra/local/dynamo.ts';
import { localAws, startEngine as startBareEngine } from '../../infra/local/engine.ts';
import { resolve } from '../../infra/local/plan/intrinsics.ts';
import { readTables } from '../../infra/local/plan/tables.ts';
import { TemplateReader } from '../../infra/local/plan/template.ts';
import { Tables } from '../../infra/tables.ts';

/** The real engine with the stack's own tables in it. */
export interface TestEngine {
  readonly endpoint: string;
  /** What the store needs: the SDK's own variables and the name of every table. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

const isTableName = (name: string): name is TableName => name in tables;

/** Starts the embedded engine (in memory, or on `file`) and creates the tables that the CDK construct describes. */
export async function startEngine(file?: string): Promise<TestEngine> {
  const stack = new Stack(new App(), 'Test');
  const owned = new Tables(stack);
  const plans = readTables(new TemplateReader(Template.fromStack(stack).toJSON()));
  const names = Object.keys(tables)
    .filter(isTableName)
    .map((name) => [nameFor(name), String(resolve(stack.resolve(owned[name].table.tableName)))]);
  const engine = await startBareEngine(file);
  await createTables(engine.endpoint, plans);
  const env = { ...localAws, AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, ...Object.fromEntries(names) };
  return { endpoint: engine.endpoint, env, stop: engine.stop };
}
