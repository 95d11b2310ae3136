import type { Refusal } from '#lib/api/refusalText.ts';
import type { Left } from './approveEach.ts';
import type { Desk } from './desk.svelte.ts';
import type { Waiting } from './waiting.ts';

/** How many are approved with one request: the count moves on while someone looks, and little is repeated when it fails. */
const batchSize = 25;

/** Approves all reports of a queue that have nothing unusual, batch by batch, and counts. */
export class BulkApproval {
  readonly plain: Waiting[];
  /** How many there were to choose from. */
  readonly among: number;
  step = $state<'asking' | 'approving' | 'over'>('asking');
  approved = $state(0);
  /** Changed by somebody else meanwhile, or refused. */
  left = $state.raw<Left[]>([]);
  /** Why it ended before all were asked for, such as that there is no network. */
  failure = $state.raw<Refusal>();
  readonly #batches: Waiting[][];
  #isStopped = false;

  constructor(waiting: Waiting[]) {
    this.among = waiting.length;
    this.plain = waiting.filter(({ isClear }) => isClear);
    const count = Math.ceil(this.plain.length / batchSize);
    this.#batches = Array.from({ length: count }, (_, index) =>
      this.plain.slice(index * batchSize, (index + 1) * batchSize),
    );
  }

  /** How many have not been asked for. */
  get open(): number {
    return this.plain.length - this.approved - this.left.length;
  }

  /** Ends where a request fails or when told to; called again it goes on with that same batch, under its same key. */
  async approve(desk: Desk): Promise<void> {
    this.step = 'approving';
    this.failure = undefined;
    const done: Waiting[] = [];
    for (let batch = this.#batches[0]; batch && !this.#isStopped; batch = this.#batches[0]) {
      const outcome = await desk.approveEach(batch);
      if (outcome.kind === 'failed') {
        this.failure = outcome.refusal;
        break;
      }
      done.push(...outcome.approved);
      this.approved += outcome.approved.length;
      this.left = [...this.left, ...outcome.left];
      this.#batches.shift();
    }
    this.step = 'over';
    // All at once, so that the desk behind the dialog does not go through every one of them.
    done.forEach(({ report }) => desk.leave(report));
  }

  stop(): void {
    this.#isStopped = true;
  }
}
