import { join } from 'node:path';
import { createTables } from './dynamo.ts';
import { foreignEngine, startEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import { environmentOf } from '../functions/functions.ts';
import { isOlder, noteLayout } from '../data/layout.ts';
import type { Plan } from '../plan/index.ts';
import { ended, perform, startScript } from '../childProcess.ts';
import type { Settings } from '../settings.ts';

const maintenance = 'functions/rebuild.ts';

/** The database that answers, with the tables of the template as this release keeps them. */
export interface OpenDatabase {
  readonly engine: Engine;
  /** What a program needs to reach the same tables as the functions. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Opens the database of a data folder, or one that somebody else runs. What an older release wrote is upgraded once. */
export async function openDatabase(plan: Plan, { dataDir, endpoint }: Settings): Promise<OpenDatabase> {
  const wasOlder = isOlder(dataDir);
  const engine =
    endpoint === undefined ? await startEngine(join(dataDir, 'dynamodb.db')) : foreignEngine(endpoint);
  try {
    const environment = environmentOf(plan, engine.endpoint);
    const { hadTables } = await createTables(engine.endpoint, plan.tables);
    if (wasOlder && hadTables) await upgrade(environment, dataDir);
    if (wasOlder) noteLayout(dataDir);
    return { engine, environment };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

async function upgrade(environment: Readonly<Record<string, string>>, folder: string): Promise<void> {
  console.log('Upgrading the data of an older release …');
  await perform(
    { script: maintenance, args: ['--upgrade'], environment, folder },
    'The data of an older release could not be upgraded; the reason is above.',
  );
}

/** Runs the maintenance of progress on the tables of an environment; resolves with its exit code. */
export function rebuild(
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<number> {
  const child = startScript(maintenance, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return ended(child);
}
