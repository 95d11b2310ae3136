import { delMany, get, keys, set } from 'idb-keyval';
import { plainText } from '#functions/domain/plainText.ts';
import { NoNetwork } from './refused.ts';
import { session } from './session.svelte.ts';

/*
 * What this device keeps for the person signed in, in IndexedDB. localStorage would be simpler, but Chromium
 * writes it to disk seconds later: a phone that dies before that loses the figures just typed.
 */

/** An answer of the network, or a kept one; `keptAt` says so (milliseconds since 1970). */
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

/** Keeps an answer under its name, as one that a command brought. */
export async function keep(name: string, value: unknown): Promise<void> {
  await set(keyOf(answers, name), { value, at: Date.now() } satisfies Kept<unknown>);
}

/** Asks the network and keeps the answer; without network gives what was kept, or throws `NoNetwork`. */
export async function askOrKept<T>(name: string, ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    const value = await ask();
    await keep(name, value);
    return { value };
  } catch (error) {
    const kept = error instanceof NoNetwork ? await get<Kept<T>>(keyOf(answers, name)) : undefined;
    if (!kept) throw error;
    return { value: kept.value, keptAt: kept.at };
  }
}

/**
 * Gives what was kept at once and asks the network behind it, for places where the network is slow or gone;
 * `changed` is called when the network then says something else. Waits only the first time.
 */
export async function keptFirst<T>(
  name: string,
  ask: () => Promise<T>,
  changed: () => void,
): Promise<Answer<T>> {
  const kept = await get<Kept<T>>(keyOf(answers, name));
  const asked = ask().then(async (value) => {
    await keep(name, value);
    return value;
  });
  if (!kept) return { value: await asked };
  asked.then(
    (value) => plainText(value) !== plainText(kept.value) && changed(),
    () => undefined,
  );
  return { value: kept.value, keptAt: kept.at };
}

/** Drops kept answers; figures that were typed and not sent stay for when their author is back. */
export async function forgetAnswers(): Promise<void> {
  const all = await keys<string>();
  await delMany(all.filter((key) => key.split(' ')[1] === answers));
}
