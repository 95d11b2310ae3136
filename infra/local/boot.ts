import { build, stackFolder, webFolder } from './build.ts';
import { ensureFolder, takeFolder } from './data/dataFolder.ts';
import { openDatabase } from './engine/database.ts';
import { readPlan } from './plan/index.ts';
import { ensureFree } from './http/ports.ts';
import { announce, withdraw } from './runningSystem.ts';
import { chooseSample, countryOf, fill, olderSample, todayOf } from './data/sample.ts';
import type { Settings } from './settings.ts';
import { startSystem } from './system.ts';
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

/** Does all that is needed for the system to answer; when something cannot be done, what was started before ends again. */
export async function boot(settings: Settings, front?: Front): Promise<Booted> {
  const { dataDir, port } = settings;
  await using started = new AsyncDisposableStack();
  ensureFolder(dataDir);
  started.defer(await takeFolder(dataDir));
  await ensureFree(port);
  const choice = chooseSample(settings);
  await build(countryOf(choice));
  const plan = readPlan(stackFolder);
  const { engine, environment } = await openDatabase(plan, settings);
  started.defer(() => engine.stop());
  await fill(choice, environment, dataDir);
  const older = olderSample(choice, dataDir);
  if (older) console.log(older);
  const { endpoint } = engine;
  const hasSample = choice.sample !== 'none';
  const today = settings.today ?? todayOf(choice);
  const parts = { plan, endpoint, environment, dataDir, webFolder, port, hasSample, today, ...front };
  const system = await startSystem(parts);
  started.defer(() => system.stop());
  const { url, mail, objects } = system;
  announce(dataDir, {
    pid: process.pid,
    engineGroup: engine.group,
    url,
    mail,
    objects,
    today,
    hasSample,
    environment,
  });
  started.defer(() => withdraw(dataDir));
  const all = started.move();
  const gateway = `http://127.0.0.1:${front?.port ?? port}`;
  return { system, gateway, failed: engine.failed, stop: () => all.disposeAsync() };
}
