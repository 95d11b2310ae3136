import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { MonthlyReport } from '#functions/domain/monthlyReport.ts';
import { decide, type Outcome, type Verdict } from './decide.ts';
import { keyOf } from './order.ts';
import type { Waiting } from './waiting.ts';

const versionOf = (report: MonthlyReport) => `${keyOf(report)}@${report.version}`;

/** What a reviewer has done since the queue was loaded. A list that lags behind does not bring it back. */
export class Desk {
  readonly #done = new SvelteSet<string>();
  readonly #newer = new SvelteMap<string, MonthlyReport>();
  readonly #keys: Record<string, string> = {};

  /** What is left of a queue, each report in its newest known version. */
  left(queue: Waiting[]): Waiting[] {
    return queue
      .map((row) => ({ ...row, report: this.#newer.get(keyOf(row.report)) ?? row.report }))
      .filter(({ report }) => !this.#done.has(versionOf(report)));
  }

  /** Approves or returns a report; it stays in the queue until it is told to leave. */
  decide(report: MonthlyReport, verdict: Verdict): Promise<Outcome> {
    return decide(report, verdict, this.#keyFor(report, verdict));
  }

  /** Takes a report that is dealt with out of the queue. */
  leave(report: MonthlyReport): void {
    this.#done.add(versionOf(report));
  }

  /** Goes on with a report as it is now. */
  take(report: MonthlyReport): void {
    this.#newer.set(keyOf(report), report);
  }

  /** One key for one verdict on one version, so that trying again after a lost answer does it once. */
  #keyFor(report: MonthlyReport, verdict: Verdict): string {
    const what = `${versionOf(report)} ${JSON.stringify(verdict)}`;
    return (this.#keys[what] ??= crypto.randomUUID());
  }
}
