import { delMany, get, keys, update } from 'idb-keyval';
import { plainText } from '#functions/domain/plainText.ts';
import { NoNetwork } from './errors.ts';
import { session } from '#lib/auth/session.svelte.ts';

/*
 * What this device keeps for the person signed in, in IndexedDB. localStorage would be simpler, but Chromium
 * writes it to disk seconds later: a phone that dies before that loses the figures just typed.
 */

/** An answer of the network, or a kept one; `keptAt` says so (milliseconds since 1970). */
export interface CachedAnswer<T> {
  value: T;
  keptAt?: number;
}

interface Kept<T> {
  value: T;
  at: number;
  /** Counts how often it was kept so that a slow answer does not take the place of what came after its question. */
  turn?: number;
}

/** What the device has no room for; it lasts as long as the page, which goes on. */
interface Unkept {
  get<T>(key: string): Kept<T> | undefined;
  set(key: string, kept: Kept<unknown>): void;
  delete(key: string): void;
  clear(): void;
}

const answers = 'answer';
const unkept: Unkept = new Map();

/** A key of the person signed in, so that the next one on this device finds nothing of theirs. */
export function keyOf(...parts: string[]): string {
  return [session.caller?.accountId ?? '', ...parts].join(' ');
}

/** Changes a kept answer by what a command brought; without one there is nothing to change. */
export async function changeKept<T>(name: string, change: (value: T) => T): Promise<void> {
  const kept = await keptUnder<T>(name);
  if (kept) await keep(name, change(kept.value), kept.turn);
}

/** Asks the network and keeps the answer; without network gives what was kept, or throws `NoNetwork`. */
export async function askOrKept<T>(name: string, ask: () => Promise<T>): Promise<CachedAnswer<T>> {
  try {
    const value = await ask();
    await keep(name, value);
    return { value };
  } catch (error) {
    const kept = error instanceof NoNetwork ? await keptUnder<T>(name) : undefined;
    if (!kept) throw error;
    return { value: kept.value, keptAt: kept.at };
  }
}

/** A kept answer, and whether the network then says something else. */
export interface KeptFirst<T> extends CachedAnswer<T> {
  changed: Promise<boolean>;
}

/**
 * Gives what was kept at once and asks the network behind it, for places where the network is slow or gone. Waits only
 * the first time. `changed` may come before the page is shown: who wants to show the page anew waits for that.
 */
export async function keptFirst<T>(name: string, ask: () => Promise<T>): Promise<KeptFirst<T>> {
  const kept = await keptUnder<T>(name);
  const asked = ask().then((value) => keep(name, value, kept?.turn));
  if (!kept) return { value: await asked, changed: Promise.resolve(false) };
  const changed = asked.then(
    (value) => plainText(value) !== plainText(kept.value),
    () => false,
  );
  return { value: kept.value, keptAt: kept.at, changed };
}

/** Drops kept answers; figures that were typed and not sent stay for when their author is back. */
export async function forgetAnswers(): Promise<void> {
  unkept.clear();
  const all = await keys<string>();
  await delMany(all.filter((key) => key.split(' ')[1] === answers));
}

/**
 * Keeps an answer under its name and gives what is kept now: something else, where that was kept since the turn that
 * the answer is about. A page whose network works goes on when the device keeps nothing.
 */
async function keep<T>(name: string, value: T, since?: number): Promise<T> {
  const key = keyOf(answers, name);
  let now: Kept<T> | undefined;
  const next = (onDevice: Kept<T> | undefined): Kept<T> => {
    const before = unkept.get<T>(key) ?? onDevice;
    const isOvertaken = before && since !== undefined && before.turn !== since;
    return (now = isOvertaken ? before : { value, at: Date.now(), turn: (before?.turn ?? 0) + 1 });
  };
  try {
    await update<Kept<T>>(key, next);
    unkept.delete(key);
  } catch {
    unkept.set(key, (now ??= next(undefined)));
  }
  return now?.value ?? value;
}

async function keptUnder<T>(name: string): Promise<Kept<T> | undefined> {
  const key = keyOf(answers, name);
  return unkept.get<T>(key) ?? get<Kept<T>>(key).catch(() => undefined);
}
