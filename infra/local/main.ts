import { UserError } from './userError.ts';
import { isFull, noRoom } from './data/disk.ts';

/** Runs a command line's work: what the person can mend ends it with one sentence, a bug with its stack trace, both with 1. */
export async function main(work: () => Promise<void> | void): Promise<void> {
  process.once('uncaughtException', fail);
  try {
    await work();
  } catch (error) {
    fail(error);
  }
}

// Whatever still runs ends too: a system without its database, say, would answer nobody.
function fail(error: unknown): void {
  if (isFull(error)) console.error(noRoom);
  else console.error(error instanceof UserError ? error.message : error);
  process.exit(1);
}
