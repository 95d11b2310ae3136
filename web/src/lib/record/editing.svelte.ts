import type { CommandHead } from '#functions/domain/command.ts';
import { Refused } from '#lib/api/errors.ts';
import { rebased } from './typed.ts';

/** How a record is edited. */
interface EditCase<Record, Typed> {
  record: Record;
  /** The form of the record. */
  formOf: (record: Record) => Typed;
  /** Puts what was typed on one state of a record upon another, where fields are not enough to tell. */
  merged?: (typed: Typed, begun: Typed, current: Typed) => Typed;
  /** Whether what came with a refusal is such a record. */
  isRecord: (value: unknown) => value is Record;
}

/** The form of a record that others may edit meanwhile: what they made of it comes in under what was typed. */
export class Editing<Record extends { version: number }, Typed extends object> {
  readonly #on: EditCase<Record, Typed>;
  /** What the form is based on: what was opened, or what somebody else has made of it meanwhile. */
  #base: Record;
  typed: Typed;
  isRebased = $state(false);
  // One key for one intention: it is another once the form says something else or stands on something else.
  #asked = { text: '', key: '' };

  constructor(on: EditCase<Record, Typed>) {
    this.#on = on;
    this.#base = on.record;
    this.typed = $state(on.formOf(on.record));
  }

  /** Sends what was typed as `body`; false where it has to be looked at once more, on top of what others did. */
  async save(body: object, send: (head: CommandHead) => Promise<unknown>): Promise<boolean> {
    const basedOn = this.#base.version;
    const text = JSON.stringify([basedOn, body]);
    if (this.#asked.text !== text) this.#asked = { text, key: crypto.randomUUID() };
    try {
      await send({ basedOn, idempotencyKey: this.#asked.key });
      return true;
    } catch (error) {
      const current = error instanceof Refused ? error.problem.current : undefined;
      const { formOf, isRecord, merged = rebased } = this.#on;
      if (!isRecord(current)) throw error;
      this.typed = merged(this.typed, formOf(this.#base), formOf(current));
      this.#base = current;
      this.isRebased = true;
      return false;
    }
  }
}
