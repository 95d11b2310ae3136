import type { Reminder } from '../../domain/reminders/reminder.ts';
import type { Database } from '../database.ts';
import { unlessChanged, type Key } from '../write.ts';

/** Whose reminder, and of what. */
export interface Sent extends Reminder {
  accountId: string;
  facilityId: string;
}

/** Long after a month's reminders could be asked for again. */
const keptDays = 400;

const keyOf = ({ accountId, facilityId, month, kind }: Sent): Key => ({
  accountId,
  reminder: `${month}#${kind}#${facilityId}`,
});

/** Which reminders have gone: each goes once, whoever sends it, however often. */
export class SentReminders {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those of these that have not gone. */
  async ungone<One extends Sent>(wanted: One[]): Promise<One[]> {
    const found = await this.#database.getAll(
      wanted.map((one) => ({ table: 'reminders' as const, key: keyOf(one) })),
    );
    return wanted.filter((_, index) => !found[index]);
  }

  /** Takes a reminder on; false where it has gone, or somebody else is sending it. */
  claim(one: Sent, at: string): Promise<boolean> {
    const expiresAt = Math.floor(Date.parse(at) / 1000) + keptDays * 86_400;
    const item = { ...keyOf(one), at, expiresAt };
    const condition = 'attribute_not_exists(accountId)';
    return unlessChanged(this.#database.transact([{ table: 'reminders', kind: 'put', item, condition }]));
  }

  /** Gives back one that could not be sent, so that it is tried again. */
  release(one: Sent): Promise<void> {
    return this.#database.transact([{ table: 'reminders', kind: 'delete', key: keyOf(one) }]);
  }
}
