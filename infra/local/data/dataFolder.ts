import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError, messageOf } from '../userError.ts';
import { isFull, noRoom } from './disk.ts';
import { tryLock } from './lock.ts';
import type { Release } from './lock.ts';
import { runningIn } from '../runningSystem.ts';

// Node's own recursive mkdir never returns below folders such as /proc, which refuse with a misleading error.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Throws one sentence when something cannot be done with the folder. */
function tryWith(folder: string, deed: (folder: string) => void): void {
  try {
    deed(folder);
  } catch (error) {
    if (isFull(error)) throw new UserError(noRoom);
    throw new UserError(`The data folder ${folder} cannot be written to: ${messageOf(error)}.`);
  }
}

/** Makes the folder where there is none. */
export function ensureFolder(folder: string): void {
  tryWith(folder, makeFolder);
}

/** Takes the data folder for this process alone, before anything in it is read; refuses while another has it. */
export async function takeFolder(folder: string): Promise<Release> {
  tryWith(folder, () => accessSync(folder, constants.W_OK | constants.X_OK));
  const release = tryLock(join(folder, 'lock.db'));
  // A system of the first release takes no lock, but says that it runs.
  const running = await runningIn(folder);
  if (release && !running) return release;
  release?.();
  throw new UserError(
    running
      ? `The data folder ${folder} is in use by the system at ${running.url}.`
      : `The data folder ${folder} is in use: another process is about to start on it, to end, or to rebuild it.`,
  );
}
