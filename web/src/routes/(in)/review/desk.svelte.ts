import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { decide, type Outcome, type Verdict } from './decide.ts';
import { approveEach, type BatchOutcome } from './approveEach.ts';
import { keyOf } from './order.ts';
import type { Waiting } from './waiting.ts';

const versionOf = (report: MonthlyReport) => `${keyOf(report)}@${report.version}`;

/** What a reviewer has done since the queue was loaded. A list that lags behind does not bring it back. */
export class Desk {
  readonly #done = new SvelteSet<string>();
  readonly #newer = new SvelteMap<string, Waiting>();
  readonly #keys: Record<string, string> = {};

  /** What is left of a queue, each report in its newest known version. */
  left(queue: Waiting[]): Waiting[] {
    return queue
      .map((row) => this.#newer.get(keyOf(row.report)) ?? row)
      .filter(({ report }) => !this.#done.has(versionOf(report)));
  }

  /** Approves or returns a report; it stays in the queue until it is told to leave. */
  decide(report: MonthlyReport, verdict: Verdict): Promise<Outcome> {
    return decide(report, verdict, this.#keyFor([report], verdict));
  }

  /** Approves several reports, each for itself; they stay in the queue as well. */
  approveEach(rows: Waiting[]): Promise<BatchOutcome> {
    const reports = rows.map(({ report }) => report);
    return approveEach(rows, this.#keyFor(reports, { kind: 'approve' }));
  }

  /** Takes a report that is dealt with out of the queue. */
  leave(report: MonthlyReport): void {
    this.#done.add(versionOf(report));
  }

  /** Goes on with a report as it is now. */
  take(row: Waiting): void {
    this.#newer.set(keyOf(row.report), row);
  }

  /** One key for one verdict on the same versions, so that trying again after a lost answer does it once. */
  #keyFor(reports: MonthlyReport[], verdict: Verdict): string {
    const what = `${reports.map(versionOf).join()} ${JSON.stringify(verdict)}`;
    return (this.#keys[what] ??= crypto.randomUUID());
  }
}
