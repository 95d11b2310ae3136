import type { Indicator } from '#functions/domain/indicator.ts';
import type { MonthlyReport } from '#functions/domain/monthlyReport.ts';
import type { Desk } from './desk.svelte.ts';
import { isPlain } from './findings.ts';
import type { Waiting } from './waiting.ts';

/** Approves every report of a queue that has nothing unusual, one after the other, and counts. */
export class PlainOnes {
  step = $state<'looking' | 'asking' | 'approving' | 'over'>('looking');
  /** How many were looked at so far. */
  seen = $state(0);
  plain = $state.raw<Waiting[]>([]);
  approved = $state(0);
  /** Changed by somebody else meanwhile, or refused. */
  left = $state(0);
  /** The network went away before the end. */
  isBroken = $state(false);
  #isStopped = false;

  /** Compares each report with its facility's earlier months; one that cannot be compared is not plain. */
  async look(waiting: Waiting[], indicators: Indicator[]): Promise<void> {
    const verdicts = await Promise.all(
      waiting.map(async (row) => {
        const past = await row.past().catch(() => []);
        this.seen += 1;
        return isPlain(row.report, past, indicators);
      }),
    );
    this.plain = waiting.filter((_, index) => verdicts[index]);
    this.step = 'asking';
  }

  /** Stops where the network fails or when told to; what is approved stays approved. */
  async approve(desk: Desk): Promise<void> {
    this.step = 'approving';
    const gone: MonthlyReport[] = [];
    for (const { report } of this.plain) {
      if (this.#isStopped || this.isBroken) break;
      const outcome = await desk.decide(report, { kind: 'approve' });
      if (outcome.kind === 'done') this.approved += 1;
      else if (outcome.kind === 'failed' && outcome.isNetwork) this.isBroken = true;
      else this.left += 1;
      if (outcome.kind !== 'failed') gone.push(report);
    }
    this.step = 'over';
    // All at once, so that the desk behind the dialog does not go through every one of them.
    gone.forEach((report) => desk.leave(report));
  }

  stop(): void {
    this.#isStopped = true;
  }
}
