import { Cannot } from './cannot.ts';

/** Runs a command line's work: what the person can mend ends it with one sentence, a bug with its stack trace, both with 1. */
export async function main(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Cannot ? error.message : error);
    process.exitCode = 1;
  }
}
