import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { join } from 'node:path';
import { UserError } from './userError.ts';
import { isFullAt, noRoom } from './data/disk.ts';

/** The top of the checkout. */
export const root = join(import.meta.dirname, '../..');

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill()));

/** Starts a script of ours or of a package under this very Node; it ends when we do. */
export function startScript(
  script: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcess {
  const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, ...options });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** The exit code a process ends with; 1 when a signal ended it. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

/** A script that works on the tables of an environment, whose data is in `folder`. */
interface Work {
  readonly script: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** Does a work to its end. Where it fails its complaints are shown and `sentence` is thrown, unless the disk is full: then that is. */
export async function perform(
  { script, args = [], environment, folder }: Work,
  sentence: string,
): Promise<void> {
  const child = startScript(script, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints += String(chunk)));
  if ((await ended(child)) === 0) return;
  if (isFullAt(folder)) throw new UserError(noRoom);
  throw new UserError(`${complaints}\n${sentence}`);
}
