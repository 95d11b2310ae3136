/** Milliseconds after the last key until it is searched. */
const pause = 250;

/** What is found for a text while it is typed. */
export class TypedSearch<Found> {
  readonly #search: (text: string) => Promise<Found[]>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  text = $state('');
  /** Undefined until something was looked for; nothing where it cannot be. */
  found = $state.raw<Found[]>();

  constructor(search: (text: string) => Promise<Found[]>) {
    this.#search = search;
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), pause);
  }

  /** As before anything was typed. */
  clear(): void {
    clearTimeout(this.#timer);
    this.text = '';
    this.found = undefined;
  }

  /** What comes late, to a text that is another by then, is left out. */
  async #look(): Promise<void> {
    const asked = this.text.trim();
    const found = asked ? await this.#search(asked).catch(() => []) : undefined;
    if (asked === this.text.trim()) this.found = found;
  }
}
