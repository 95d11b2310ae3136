import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameFor, tables, type TableName } from '../../functions/store/tables.ts';
import type { TablePlan } from '../../infra/local/plan/tables.ts';

/** The tables that the CDK construct describes, and the variables that name them. */
interface PlannedTables {
  plans: TablePlan[];
  names: Record<string, string>;
}

const isTableName = (name: string): name is TableName => name in tables;

async function planTables(): Promise<PlannedTables> {
  const { App, Stack } = await import('aws-cdk-lib');
  const { Template } = await import('aws-cdk-lib/assertions');
  const { logicalIdOf } = await import('../../infra/logicalId.ts');
  const { readTables } = await import('../../infra/local/plan/tables.ts');
  const { TemplateReader } = await import('../../infra/local/plan/template.ts');
  const { Tables } = await import('../../infra/tables.ts');
  const stack = new Stack(new App(), 'Test');
  const owned = new Tables(stack);
  const names = Object.keys(tables)
    .filter(isTableName)
    .map((name) => [nameFor(name), logicalIdOf(owned[name].table)]);
  return {
    plans: readTables(new TemplateReader(Template.fromStack(stack).toJSON())),
    names: Object.fromEntries(names),
  };
}

/** Where the test files of one run find what was planned for all of them. */
const variable = 'PLANNED_TABLES';

/** What CDK takes a second to plan is planned once for all test files of a run. */
export default async function planForAll(): Promise<() => void> {
  // The template is checked when the stack is synthesized; here that would take three seconds.
  process.env['CDK_VALIDATION'] = 'false';
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-tables-'));
  const file = join(folder, 'tables.json');
  writeFileSync(file, JSON.stringify(await planTables()));
  process.env[variable] = file;
  return () => rmSync(folder, { recursive: true });
}

/** The tables of this run; planned here where nobody did. */
export async function plannedTables(): Promise<PlannedTables> {
  const file = process.env[variable];
  return file ? JSON.parse(readFileSync(file, 'utf8')) : await planTables();
}
