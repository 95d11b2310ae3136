/** Numbers that look drawn but follow from what they are about, so that one record can change without moving all others. */
export class Random {
  #state: number;

  /** `about` names what is drawn, such as a facility and a month. */
  constructor(...about: string[]) {
    this.#state = seedOf(about.join('/'));
  }

  /** From 0 to just under 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number between two, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[Math.floor(this.next() * list.length)] ?? list[0];
  }

  /** How often something rare happens when it happens `mean` times on average (Knuth's product of draws). */
  count(mean: number): number {
    const limit = Math.exp(-mean);
    let times = 0;
    for (let product = this.next(); product > limit; product *= this.next()) times += 1;
    return times;
  }

  /** How many of `total` are of a kind that has this share. */
  part(total: number, share: number): number {
    return Array.from({ length: total }).filter(() => this.chance(share)).length;
  }
}

/** FNV-1a. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
