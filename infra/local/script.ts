import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

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
