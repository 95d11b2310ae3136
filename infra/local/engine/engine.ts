import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../userError.ts';
import { isFullAt, noRoom, troubleWith } from '../data/disk.ts';
import { freePort } from '../http/ports.ts';

/** A DynamoDB-compatible server that answers at `endpoint`. */
export interface Engine {
  readonly endpoint: string;
  /** The process group that it runs in; none where somebody else runs it. */
  readonly group?: number;
  /** Resolves with a sentence if the server ends before `stop` was called. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

/** The engine accepts any credentials but wants some. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/** What every AWS SDK client on this machine is told. */
export const localAws = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
} as const;

// The engine must not outlive us, not even after SIGKILL: it ends when the pipe we hold open on its stdin closes.
// It runs in a session of its own, so that Ctrl-C reaches us first and requests in flight are still answered.
const guard = `
exec 3<&0
"$@" </dev/null 3<&- &
engine=$!
{ cat <&3 >/dev/null; kill "$engine"; } 2>/dev/null &
wait "$engine"`;

function binary(): string {
  const target = `${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${target}/dynoxide`);
  } catch {
    throw new UserError(
      `There is no embedded database engine for ${target}: start any DynamoDB-compatible engine and set DYNAMODB_ENDPOINT.`,
    );
  }
}

/** Throws one sentence when the data file cannot be read as a database from beginning to end. */
function ensureSound(file: string): void {
  if (!existsSync(file)) return;
  const remedy = 'Restore it from a copy, or move it away to begin anew.';
  const answer = quickCheck(file, remedy);
  if (answer !== 'ok') throw new UserError(`The data file ${file} is damaged (${answer}). ${remedy}`);
}

function quickCheck(file: string, remedy: string): string {
  try {
    const database = new DatabaseSync(file);
    try {
      return String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
    } finally {
      database.close();
    }
  } catch (error) {
    throw troubleWith(file, error, remedy);
  }
}

async function answers(endpoint: string): Promise<boolean> {
  return fetch(endpoint).then(
    (response) => response.body?.cancel().then(() => true) ?? true,
    () => false,
  );
}

/** Waits until the engine answers: it does not say so on a pipe. Throws what it complained of if it ends first. */
async function ready(child: ChildProcess, endpoint: string, file?: string): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => (said += String(chunk)));
  while (!(await answers(endpoint))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      if (file !== undefined && isFullAt(dirname(file))) throw new UserError(noRoom);
      throw new UserError(`The database engine did not start: ${said.trim()}`);
    }
    await setTimeout(5);
  }
}

/** Two threads of the engine wait for each other at each piece of memory they take: one does the same with a quarter less. */
const oneThread = { TOKIO_WORKER_THREADS: '1' };

/** Starts the embedded engine on `file`, or in memory when there is none. */
export async function startEngine(file?: string): Promise<Engine> {
  const program = binary();
  if (file !== undefined) ensureSound(file);
  const port = await freePort();
  const store = file === undefined ? [] : ['--db-path', file];
  const child = spawn(
    'sh',
    ['-c', guard, 'engine', program, '--host', '127.0.0.1', '--port', String(port), ...store],
    {
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: { ...process.env, ...oneThread },
    },
  );
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code) =>
      resolve(`The database engine stopped unexpectedly (exit code ${code ?? 'none'}).`),
    );
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await ready(child, endpoint, file);
  let stopping = false;
  return {
    endpoint,
    group: child.pid,
    failed: new Promise((resolve) => void ended.then((sentence) => !stopping && resolve(sentence))),
    stop: async () => {
      stopping = true;
      child.stdin?.end();
      await ended;
    },
  };
}

/** Uses an engine that somebody else runs at `endpoint`, and leaves it running. */
export function foreignEngine(endpoint: string): Engine {
  return { endpoint, failed: new Promise(() => {}), stop: async () => {} };
}
