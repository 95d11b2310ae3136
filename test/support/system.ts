import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GivenAccount } from '../../functions/domain/account.ts';
import { accountWrite } from '../../functions/store/people/accounts.ts';
import { Database } from '../../functions/store/database.ts';
import { createTables } from '../../infra/local/engine/dynamo.ts';
import { localAws, startEngine as startBareEngine } from '../../infra/local/engine/engine.ts';
import { freePort } from '../../infra/local/http/ports.ts';
import { ensureRunning } from '../../infra/local/runningSystem.ts';
import type { Settings } from '../../infra/local/settings.ts';
import { plannedTables } from './plannedTables.ts';

/** The real engine with the stack's own tables in it. */
export interface TestEngine {
  readonly endpoint: string;
  /** What the store needs: the SDK's own variables and the name of every table. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the embedded engine (in memory, or on `file`) and creates the tables that the CDK construct describes. */
export async function startEngine(file?: string): Promise<TestEngine> {
  const { plans, names } = await plannedTables();
  const engine = await startBareEngine(file);
  await createTables(engine.endpoint, plans);
  const env = { ...localAws, AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, ...names };
  return { endpoint: engine.endpoint, env, stop: engine.stop };
}

/** The whole system in this process, on a free port, with everything it keeps in a folder of its own. */
export interface TestSystem extends TestEngine {
  readonly url: string;
  /** The folder that it keeps everything in. */
  readonly folder: string;
  /** Ends it and leaves the folder, to be started on again. */
  halt(): Promise<void>;
  /** An access token of the account, got by signing in; the account is made if it is given whole. */
  tokenFor(account: GivenAccount | string): Promise<string>;
}

/**
 * Starts engine, functions, identity and gateway from the synthesized template: empty but for two accounts, or on a
 * data folder that is there already and goes with the system.
 */
export async function startSystem({
  dataDir: folder = mkdtempSync(join(tmpdir(), 'telemedicine-system-')),
  sample = 'none',
  today,
}: Partial<Settings> = {}): Promise<TestSystem> {
  // Most tests want an engine only, and need not wait for the rest to load.
  const { boot } = await import('../../infra/local/boot.ts');
  const { signInAs } = await import('../../infra/local/signInAs.ts');
  const booted = await boot({ port: await freePort(), dataDir: folder, sample, today });
  const { url } = booted.system;
  const { environment: env } = await ensureRunning(folder);
  const endpoint = env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  const database = new Database(env);
  return {
    url,
    folder,
    endpoint,
    env,
    tokenFor: async (account) => {
      if (typeof account === 'string') return signInAs(url, account);
      await database.transact([accountWrite(account)]);
      return signInAs(url, account.accountId);
    },
    halt: () => booted.stop(),
    stop: async () => {
      await booted.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
