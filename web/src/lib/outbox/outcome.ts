import { NoNetwork, Refused, SignedOut, type Problem } from '#lib/api/errors.ts';

/** What the server said to a command. */
export type Answered<T> = { kind: 'done'; record: T } | { kind: 'refused'; problem: Problem };

/** What became of a command. */
export type Outcome<T> = Answered<T> | { kind: 'waiting' };

/** Turns a command's answer or refusal into an outcome; bugs go on as they are. */
export async function outcomeOf<T>(command: Promise<{ body: T }>): Promise<Outcome<T>> {
  try {
    return { kind: 'done', record: (await command).body };
  } catch (error) {
    // Whoever is signed out signs in again and comes back here; the command waits for that as it does for network.
    if (error instanceof NoNetwork || error instanceof SignedOut) return { kind: 'waiting' };
    if (!(error instanceof Refused)) throw error;
    const { problem } = error;
    // A server in trouble is like no network, and may have done it all the same: it is sent again with its key.
    const mayYetSucceed = problem.status >= 500 || problem.status === 429;
    return mayYetSucceed ? { kind: 'waiting' } : { kind: 'refused', problem };
  }
}
