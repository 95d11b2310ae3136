import { build, stackFolder } from './build.ts';
import { countryIn } from './data/sample.ts';
import { takeFolder } from './data/dataFolder.ts';
import { openDatabase, rebuild } from './engine/database.ts';
import { main } from './main.ts';
import { readPlan } from './plan/index.ts';
import { runningIn } from './runningSystem.ts';
import { settingsFrom } from './settings.ts';

const args = process.argv.slice(2);

/** Recounts progress in the running system's tables, or, when nothing runs, on the data file. */
await main(async () => {
  const settings = settingsFrom(process.env);
  const running = await runningIn(settings.dataDir);
  if (running) {
    process.exitCode = await rebuild(running.environment, args);
    return;
  }
  await build(countryIn(settings));
  const release = await takeFolder(settings.dataDir);
  const { engine, environment } = await openDatabase(readPlan(stackFolder), settings);
  try {
    process.exitCode = await rebuild(environment, args);
  } finally {
    await engine.stop();
    release();
  }
});
