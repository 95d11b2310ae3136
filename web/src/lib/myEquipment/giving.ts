import { replace, waitingAbout, type Entry, type Route } from '#lib/outbox/entry.ts';
import { isKept, sent } from '#lib/outbox/send.ts';

/** What became of a command that was just given. */
export type Given = 'sent' | 'waits' | 'refused' | 'stuck';

/**
 * Gives a command on equipment or training to the outbox, in place of one that is mended; it then waits there until the server has
 * answered. `stuck`: there is neither network nor room to keep it.
 */
export async function give(entry: Entry, mended?: Entry): Promise<Given> {
  const isOnDevice = (await isKeptInstead(entry, mended)) || (await isKept(entry, instead(entry)));
  const settled = await sent(entry, isOnDevice);
  if (!settled) return isOnDevice ? 'waits' : 'stuck';
  return settled.answered.kind === 'done' ? 'sent' : 'refused';
}

/** A delivery, and those who were trained, are counted once: another count takes the place of one that waits. */
const counted: Route[] = ['consignments.receive', 'training.register', 'training.tellLine'];
const instead = ({ route }: Entry): Route[] => (counted.includes(route) ? [route] : []);

/** What is mended keeps its place among the commands on its subject, as long as it is one of them. */
async function isKeptInstead(entry: Entry, mended?: Entry): Promise<boolean> {
  try {
    const others = mended ? await waitingAbout(entry.subject) : [];
    if (!mended || !others.some(({ id }) => id === mended.id)) return false;
    await replace(mended.id, entry);
    return true;
  } catch {
    return false;
  }
}
