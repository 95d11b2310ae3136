import { del, get, set } from 'idb-keyval';
import { keyOf } from '#lib/api/answerCache.ts';

/** What was typed into a form, and when its last key was pressed, milliseconds since 1970. */
export interface KeptTyping<Typed> {
  typed: Typed;
  at: number;
}

const nameOf = (form: string) => keyOf('typed', form);

/** What this device kept of a form; some devices let nothing be read. */
export function keptTyping<Typed>(form: string): Promise<KeptTyping<Typed> | undefined> {
  return get<KeptTyping<Typed>>(nameOf(form)).catch(() => undefined);
}

/** A form whose every key this device keeps until what was typed is on its way. */
export class KeptForm<Typed extends object> {
  readonly #form: string;
  readonly #begin: Typed;
  #typed = $state.raw<Typed>();
  /** When this device had written the last key; undefined until something was typed. */
  keptAt = $state<number>();
  /** The device refuses to keep anything: it is full, or a private window. */
  cannotKeep = $state(false);

  constructor(form: string, begin: Typed, kept?: KeptTyping<Typed>) {
    this.#form = form;
    this.#begin = begin;
    this.#typed = kept?.typed;
    this.keptAt = kept?.at;
  }

  get typed(): Typed {
    return this.#typed ?? this.#begin;
  }

  /** A key was pressed. */
  type(change: Partial<Typed>): void {
    const at = Date.now();
    this.#typed = { ...this.typed, ...change };
    set(nameOf(this.#form), { typed: this.#typed, at } satisfies KeptTyping<Typed>).then(
      () => {
        this.keptAt = at;
        this.cannotKeep = false;
      },
      () => (this.cannotKeep = true),
    );
  }

  /** What was typed is elsewhere now, or not wanted. */
  async drop(): Promise<void> {
    this.#typed = undefined;
    this.keptAt = undefined;
    await del(nameOf(this.#form)).catch(() => undefined);
  }
}
