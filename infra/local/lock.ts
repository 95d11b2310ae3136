import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isAlive } from './running.ts';

function taken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isAbandoned(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // Empty for the instant between its making and its filling.
    return pid > 0 && !isAlive(pid);
  } catch {
    return false;
  }
}

/** Does `work` while no other process of this machine does anything under the same lock file. */
export async function alone<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  while (!taken(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await setTimeout(100);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
