import fc from 'fast-check';
import { expect } from 'vitest';
import { plainText } from '../../../functions/domain/plainText.ts';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { Database } from '../../../functions/store/database.ts';
import { History } from '../../../functions/store/history.ts';
import { startEngine } from '../system.ts';
import { wireTo, type Mishap } from '../wire.ts';

/** Perhaps several times at once, perhaps over a bad line, perhaps under a key that was used before. */
export const circumstances = {
  times: fc.constantFrom(1, 1, 1, 2, 3),
  mishaps: fc.array(fc.constantFrom<Mishap>('collision', 'answerLost'), { maxLength: 2 }),
  isSameKeyAsLast: fc.boolean(),
};
/** Those of a command that is based on a version: perhaps on one that is not the newest. */
export const versionCircumstances = { staleness: fc.constantFrom(0, 0, 0, 0, 1, -1), ...circumstances };

interface Circumstances {
  times: number;
  mishaps: Mishap[];
  isSameKeyAsLast: boolean;
}

/** A database behind a line that can go wrong, and how it is asked in any circumstances. */
export interface Asking {
  database: Database;
  /** Asks as often as it is said, over the line that there is; only refusals may come of it, and one answer. */
  asked(circumstances: Circumstances, command: (key: string) => Promise<unknown>): Promise<void>;
  /** The same of a command that is based on a version of its record. */
  askedOn(
    circumstances: Circumstances & { staleness: number },
    version: number | undefined,
    command: (basedOn: number, key: string) => Promise<unknown>,
  ): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an engine and the line to it. */
export async function startAsking(): Promise<Asking> {
  const engine = await startEngine();
  const wire = await wireTo(engine.endpoint);
  let lastKey = 'first-key-of-all';
  let serial = 0;

  async function asked(
    { times, mishaps, isSameKeyAsLast }: Circumstances,
    command: (key: string) => Promise<unknown>,
  ): Promise<void> {
    const key = isSameKeyAsLast ? lastKey : `key-${(serial += 1)}-of-many`;
    lastKey = key;
    wire.upset(...mishaps);
    const answers = await Promise.allSettled(Array.from({ length: times }, () => command(key)));
    wire.upset();
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Refusal);
    const done = answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [plainText(answer.value)] : [],
    );
    expect(new Set(done).size, `one answer for ${key}`).toBeLessThanOrEqual(1);
  }

  return {
    database: new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint }),
    asked,
    askedOn: ({ staleness, ...rest }, version = 0, command) =>
      asked(rest, (key) => command(Math.max(0, version - staleness), key)),
    stop: async () => {
      await wire.stop();
      await engine.stop();
    },
  };
}

/** One entry for each version of the record, without a gap. */
export async function expectWholeHistory(
  database: Database,
  subject: string,
  version: unknown,
): Promise<void> {
  const lines = await new History(database).of(subject, true);

  expect(lines.map((line) => line.version)).toEqual(lines.map((_, index) => index + 1));
  expect(lines.at(-1)?.version).toBe(version);
}
