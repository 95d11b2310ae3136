import { replace, waitingAbout, type Route } from '#lib/outbox/entry.ts';
import { isKept, sent } from '#lib/outbox/send.ts';
import type { EquipmentEntry } from './equipmentCommands.ts';

/** What became of a command that was just given. */
export type Given = 'sent' | 'waits' | 'refused' | 'stuck';

/**
 * Gives a command on equipment to the outbox, in place of one that is mended; it then waits there until the server has
 * answered. `stuck`: there is neither network nor room to keep it.
 */
export async function give(entry: EquipmentEntry, mended?: EquipmentEntry): Promise<Given> {
  const isOnDevice = (await isKeptInstead(entry, mended)) || (await isKept(entry, instead(entry)));
  const settled = await sent(entry, isOnDevice);
  if (!settled) return isOnDevice ? 'waits' : 'stuck';
  return settled.answered.kind === 'done' ? 'sent' : 'refused';
}

/** A delivery is counted once: another count takes the place of one that waits. */
const instead = ({ route }: EquipmentEntry): Route[] => (route === 'consignments.receive' ? [route] : []);

/** What is mended keeps its place among the commands on its consignment, as long as it is one of them. */
async function isKeptInstead(entry: EquipmentEntry, mended?: EquipmentEntry): Promise<boolean> {
  try {
    const others = mended ? await waitingAbout(entry.subject) : [];
    if (!mended || !others.some(({ id }) => id === mended.id)) return false;
    await replace(mended.id, entry);
    return true;
  } catch {
    return false;
  }
}
