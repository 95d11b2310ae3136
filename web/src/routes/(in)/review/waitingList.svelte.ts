import type { RegionCode } from '#functions/domain/countryPack.ts';
import { keyOf } from './order.ts';
import { waitingIn, type Page, type Waiting } from './waiting.ts';

interface Beginning {
  rows: Waiting[];
  next: string | undefined;
  /** How many wait in all. */
  total: number;
  triage: Page['triage'];
}

/** The reports that wait, as far as they are fetched. */
export class WaitingList {
  readonly #region: RegionCode | undefined;
  readonly #total: number;
  readonly #triage: Page['triage'];
  #rows = $state.raw<Waiting[]>([]);
  #next = $state<string>();
  #asking = $state.raw<Promise<void>>();

  constructor(region: RegionCode | undefined, { rows, next, total, triage }: Beginning) {
    this.#region = region;
    this.#rows = onceEach(rows);
    this.#next = next;
    this.#total = total;
    this.#triage = triage;
  }

  get rows(): Waiting[] {
    return this.#rows;
  }

  /** Whether there are further pages. */
  get isMore(): boolean {
    return this.#next !== undefined;
  }

  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  /** How many wait when this much is left of the rows. */
  sizeWith(left: number): number {
    if (!this.isMore) return left;
    return Math.max(left, this.#total - this.#rows.length + left);
  }

  /**
   * How many of all that wait there is something to look at in, and in how many not, when these are left of the rows; of
   * a very long queue, how many there are at least.
   */
  triageWith(left: Waiting[]): { flagged: number; clear: number; isAll: boolean } {
    const clear = left.filter(({ isClear }) => isClear).length;
    const flagged = left.length - clear;
    if (!this.isMore || !this.#triage) return { flagged, clear, isAll: true };
    // All flagged ones that were counted are here; of the clear ones, not all.
    const counted = this.#triage.counted - this.#triage.flagged;
    const here = this.#rows.filter(({ isClear }) => isClear).length;
    return { flagged, clear: clear + Math.max(0, counted - here), isAll: this.#triage.isAll };
  }

  /** Fetches the next page, once if asked again meanwhile; a report that is here already is not repeated. */
  more(): Promise<void> {
    if (this.#next === undefined) return Promise.resolve();
    return (this.#asking ??= this.#fetch(this.#next).finally(() => (this.#asking = undefined)));
  }

  /** Fetches page after page until the whole queue is here. */
  async all(): Promise<void> {
    while (this.isMore) await this.more();
  }

  async #fetch(page: string): Promise<void> {
    const { waiting, next } = await waitingIn(this.#region, page);
    this.#rows = onceEach([...this.#rows, ...waiting]);
    this.#next = next;
  }
}

function onceEach(rows: Waiting[]): Waiting[] {
  return [...new Map(rows.toReversed().map((row) => [keyOf(row.report), row])).values()].toReversed();
}
