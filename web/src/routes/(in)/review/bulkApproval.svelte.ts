import { teleconsultationsIn, type Indicator } from '#functions/domain/report/indicator.ts';
import type { Refusal } from '#lib/api/refusalText.ts';
import type { Left } from './approveEach.ts';
import type { Desk } from './desk.svelte.ts';
import type { Waiting } from './waiting.ts';

/** How many are approved with one request: the count moves on while someone looks, and little is repeated when it fails. */
const batchSize = 25;
/** How long it can be undone. */
export const heldSeconds = 10;

/** What approving some reports together does, before it is done. */
export interface Plan {
  rows: { row: Waiting; consultations: number }[];
  /** How many there were to choose from. */
  among: number;
  /** The teleconsultations that become approved. */
  consultations: number;
}

/** What there is nothing to look at in, of a queue. */
export function planOf(waiting: Waiting[], indicators: Indicator[]): Plan {
  const rows = waiting
    .filter(({ isClear }) => isClear)
    .map((row) => ({ row, consultations: teleconsultationsIn(row.report.figures, indicators) }));
  return {
    rows,
    among: waiting.length,
    consultations: rows.reduce((sum, { consultations }) => sum + consultations, 0),
  };
}

/**
 * Approves reports together, batch by batch, and counts. Nothing is sent for the first seconds: till then it is undone by
 * forgetting it, and a browser that closes leaves every report as it was.
 */
export class BulkApproval {
  step = $state<'held' | 'approving' | 'over' | 'undone'>('held');
  secondsLeft = $state(heldSeconds);
  approved = $state(0);
  /** Changed by somebody else meanwhile, or refused. */
  left = $state.raw<Left[]>([]);
  /** Why it ended before all were asked for, such as that there is no network. */
  failure = $state.raw<Refusal>();
  readonly #desk: Desk;
  readonly #onover: (approved: number) => void;
  readonly #clock: ReturnType<typeof setInterval>;
  #rows = $state.raw<Waiting[]>([]);
  #batches: Waiting[][] = [];
  #isStopped = false;

  /** `onover` is told how many are approved, as often as it comes to an end. */
  constructor(rows: Waiting[], desk: Desk, onover: (approved: number) => void) {
    this.#rows = rows;
    this.#desk = desk;
    this.#onover = onover;
    this.#clock = setInterval(() => this.#tick(), 1000);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** How many have not been asked for. */
  get open(): number {
    return this.size - this.approved - this.left.length;
  }

  /** While this is so, nothing has been sent. */
  get isHeld(): boolean {
    return this.step === 'held';
  }

  /** Forgets it; only while it is held. */
  undo(): void {
    if (!this.isHeld) return;
    clearInterval(this.#clock);
    this.step = 'undone';
  }

  /** Does not wait any longer. What was dealt with meanwhile is not asked for. */
  async approveNow(): Promise<void> {
    if (!this.isHeld) return;
    clearInterval(this.#clock);
    this.#rows = this.#desk.left(this.#rows);
    this.#batches = inBatches(this.#rows);
    await this.goOn();
  }

  /** Ends where a request fails or when told to; called again it goes on with that same batch, under its same key. */
  async goOn(): Promise<void> {
    this.step = 'approving';
    this.failure = undefined;
    const done: Waiting[] = [];
    for (let batch = this.#batches[0]; batch && !this.#isStopped; batch = this.#batches[0]) {
      const outcome = await this.#desk.approveEach(batch);
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
    // All at once, so that the desk beside it does not go through every one of them.
    done.forEach(({ report }) => this.#desk.leave(report));
    this.#onover(this.approved);
  }

  stop(): void {
    this.#isStopped = true;
  }

  #tick(): void {
    this.secondsLeft -= 1;
    if (this.secondsLeft <= 0) void this.approveNow();
  }
}

function inBatches(rows: Waiting[]): Waiting[][] {
  const count = Math.ceil(rows.length / batchSize);
  return Array.from({ length: count }, (_, index) => rows.slice(index * batchSize, (index + 1) * batchSize));
}
