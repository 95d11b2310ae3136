import { put, type Entry, type EntryOf, type Records, type Route } from './entry.ts';
import { sending, sendingUnkept } from './later.ts';
import type { Settled } from './settled.ts';

/** Gives a command to the outbox; answers whether the device has room for it, where it then waits to be sent. */
export function isKept(entry: Entry, instead: Route[]): Promise<boolean> {
  return put(entry, instead).then(
    () => true,
    () => false,
  );
}

/** Sends a command now; undefined when it was not answered: it waits, or is only on this page if the device has no room. */
export async function sent<R extends Route>(
  entry: EntryOf<R>,
  isOnDevice: boolean,
): Promise<Settled<Records[R]> | undefined> {
  if (!isOnDevice) return sentUnkept(entry);
  // Without network the code that sends may not be here yet; the command waits for that too.
  const code = await sending().catch(() => undefined);
  return code?.outbox.sendNow(entry);
}

function sentUnkept<R extends Route>(entry: EntryOf<R>): Promise<Settled<Records[R]> | undefined>;
async function sentUnkept(entry: Entry): Promise<Settled | undefined> {
  const code = await sendingUnkept().catch(() => undefined);
  const settled = await code?.settle(entry);
  return settled?.next ? code?.settle(settled.next) : settled;
}
