import { join } from 'node:path';
import { build, stackFolder } from './build.ts';
import { createTables } from './dynamo.ts';
import { foreignEngine, startEngine } from './engine.ts';
import { environmentOf } from './functions.ts';
import { main } from './main.ts';
import { readPlan } from './plan/index.ts';
import { runningIn } from './running.ts';
import { ended, startScript } from './script.ts';
import { settingsFrom } from './settings.ts';

async function recount(environment: Readonly<Record<string, string>>): Promise<void> {
  const child = startScript('functions/rebuild.ts', process.argv.slice(2), {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.exitCode = await ended(child);
}

/** Recounts progress in the running system's tables, or, when nothing runs, on the data file. */
await main(async () => {
  const { dataDir, endpoint } = settingsFrom(process.env);
  const running = await runningIn(dataDir);
  if (running) return recount(running.environment);
  await build();
  const plan = readPlan(stackFolder);
  const engine =
    endpoint === undefined ? await startEngine(join(dataDir, 'dynamodb.db')) : foreignEngine(endpoint);
  try {
    await createTables(engine.endpoint, plan.tables);
    await recount(environmentOf(plan, engine.endpoint));
  } finally {
    await engine.stop();
  }
});
