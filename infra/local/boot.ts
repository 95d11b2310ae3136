import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, stackFolder, webFolder } from './build.ts';
import { Cannot, messageOf } from './cannot.ts';
import { createTables } from './dynamo.ts';
import { foreignEngine, startEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import { environmentOf } from './functions.ts';
import { readPlan } from './plan/index.ts';
import type { Plan } from './plan/index.ts';
import { ensureFree } from './ports.ts';
import { announce, runningIn, withdraw } from './running.ts';
import { chooseSample, fill, sampleToday } from './sample.ts';
import type { Settings } from './settings.ts';
import { accountsOf, startSystem } from './system.ts';
import type { System } from './system.ts';

/** Everything that `npm start` has started. */
export interface Booted {
  readonly system: System;
  /** The gateway's own address. */
  readonly gateway: string;
  /** Resolves with a sentence if the database ends by itself. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

/** The address at which people see the system, and the port of the gateway behind it. */
export interface Front {
  readonly origin: string;
  readonly port: number;
}

// Node's own recursive mkdir never returns below folders such as /proc, which refuse with a misleading error.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function ensureFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Cannot(`The data folder ${folder} cannot be written to: ${messageOf(error)}.`);
  }
}

async function ensureAlone({ dataDir }: Settings): Promise<void> {
  const running = await runningIn(dataDir);
  if (running) throw new Cannot(`The data folder ${dataDir} is in use by the system at ${running.url}.`);
}

const engineFor = ({ dataDir, endpoint }: Settings): Promise<Engine> | Engine =>
  endpoint === undefined ? startEngine(join(dataDir, 'dynamodb.db')) : foreignEngine(endpoint);

/** Does all that is needed for the system to answer; what cannot be done is said before anything is started in vain. */
export async function boot(settings: Settings, front?: Front): Promise<Booted> {
  ensureFolder(settings.dataDir);
  await ensureAlone(settings);
  await ensureFree(settings.port);
  const choice = chooseSample(settings);
  await build();
  const plan = readPlan(stackFolder);
  const engine = await engineFor(settings);
  try {
    return await bootOn(engine, plan, settings, choice, front);
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

async function bootOn(
  engine: Engine,
  plan: Plan,
  settings: Settings,
  choice: ReturnType<typeof chooseSample>,
  front?: Front,
): Promise<Booted> {
  const { dataDir, port } = settings;
  const { endpoint } = engine;
  const environment = environmentOf(plan, endpoint);
  await createTables(endpoint, plan.tables);
  const accounts = accountsOf(plan, endpoint);
  await fill(choice, accounts, environment).finally(() => accounts.close());
  const hasSample = choice.sample !== 'none';
  const today = settings.today ?? (hasSample ? sampleToday : undefined);
  const system = await startSystem({
    plan,
    endpoint,
    dataDir,
    webFolder,
    port,
    hasSample,
    today,
    ...front,
  });
  announce(dataDir, { pid: process.pid, engineGroup: engine.group, url: system.url, environment });
  const stop = async () => {
    withdraw(dataDir);
    await system.stop();
    await engine.stop();
  };
  return { system, gateway: `http://127.0.0.1:${front?.port ?? port}`, failed: engine.failed, stop };
}
