import type { RegionCode } from '#functions/domain/countryPack.ts';
import { keyOf } from './order.ts';
import { waitingIn, type Waiting } from './waiting.ts';

/** The reports that wait, as far as they are fetched. */
export class WaitingList {
  readonly #region: RegionCode | undefined;
  /** How many wait in all, where not all of them came with the first page. */
  readonly #total: number;
  #rows = $state.raw<Waiting[]>([]);
  #next = $state<string>();
  #isAsking = $state(false);

  constructor(
    region: RegionCode | undefined,
    { rows, next, total }: { rows: Waiting[]; next: string | undefined; total: number },
  ) {
    this.#region = region;
    this.#rows = rows;
    this.#next = next;
    this.#total = total;
  }

  get rows(): Waiting[] {
    return this.#rows;
  }

  /** Whether there are further pages. */
  get isMore(): boolean {
    return this.#next !== undefined;
  }

  get isAsking(): boolean {
    return this.#isAsking;
  }

  /** How many wait when this much is left of the rows. */
  sizeWith(left: number): number {
    if (!this.isMore) return left;
    return Math.max(left, this.#total - this.#rows.length + left);
  }

  /** Fetches the next page, unless it is on its way; a report that is here already is not repeated. */
  async more(): Promise<void> {
    if (this.#next === undefined || this.#isAsking) return;
    this.#isAsking = true;
    try {
      const { waiting, next } = await waitingIn(this.#region, this.#next);
      const known = this.#rows.map(({ report }) => keyOf(report));
      this.#rows = [...this.#rows, ...waiting.filter(({ report }) => !known.includes(keyOf(report)))];
      this.#next = next;
    } finally {
      this.#isAsking = false;
    }
  }
}
