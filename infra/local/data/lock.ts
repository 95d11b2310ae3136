import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { sqliteCodeOf, troubleWith } from './disk.ts';

/** Gives a lock back. */
export type Release = () => void;

const busy = 5;

// Whoever drops its lock without giving it back would lose it to the garbage collector.
const held = new Set<DatabaseSync>();

/**
 * Takes the lock that a file stands for; undefined while another has it. The operating system gives it back when its
 * owner ends, however it ends: no lock is left behind, and no process id has to be believed.
 */
export function tryLock(file: string): Release | undefined {
  try {
    const database = begun(file);
    held.add(database);
    return () => {
      if (held.delete(database)) database.close();
    };
  } catch (error) {
    if (sqliteCodeOf(error) === busy) return undefined;
    throw troubleWith(file, error, 'Remove it: it holds no data.');
  }
}

function begun(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // A lock must need no room on the disk, so nothing is journalled there.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Does `work` while no other process does anything under the same lock; `onWait` is told when another has it. */
export async function whileLocked<Result>(
  file: string,
  work: () => Promise<Result>,
  onWait: () => void,
): Promise<Result> {
  let release = tryLock(file);
  if (!release) onWait();
  for (; !release; release = tryLock(file)) await setTimeout(100);
  try {
    return await work();
  } finally {
    release();
  }
}
