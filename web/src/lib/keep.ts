import { delMany, get, keys, set } from 'idb-keyval';
import { NoNetwork } from './refused.ts';
import { session } from './session.svelte.ts';

/*
 * What this device keeps for the person signed in, in IndexedDB. localStorage would be simpler, but Chromium
 * writes it to disk seconds later: a phone that dies before that loses the figures just typed.
 */

/** An answer of the network, or the kept one when there was none; `keptAt` says so (milliseconds since 1970). */
export interface Answer<T> {
  value: T;
  keptAt?: number;
}

interface Kept<T> {
  value: T;
  at: number;
}

const answers = 'answer';

/** A key of the person signed in, so that the next one on this device finds nothing of theirs. */
export function keyOf(...parts: string[]): string {
  return [session.caller?.accountId ?? '', ...parts].join(' ');
}

/** Asks the network and keeps the answer; without network gives what was kept, or throws `NoNetwork`. */
export async function askOrKept<T>(name: string, ask: () => Promise<T>): Promise<Answer<T>> {
  const key = keyOf(answers, name);
  try {
    const value = await ask();
    await set(key, { value, at: Date.now() } satisfies Kept<T>);
    return { value };
  } catch (error) {
    const kept = error instanceof NoNetwork ? await get<Kept<T>>(key) : undefined;
    if (!kept) throw error;
    return { value: kept.value, keptAt: kept.at };
  }
}

/** Drops kept answers; figures that were typed and not sent stay for when their author is back. */
export async function forgetAnswers(): Promise<void> {
  const all = await keys<string>();
  await delMany(all.filter((key) => key.split(' ')[1] === answers));
}
