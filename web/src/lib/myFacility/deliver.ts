import type { MonthlyReport } from '#functions/domain/monthlyReport.ts';
import { api } from '#lib/api.ts';
import { NoNetwork, Refused, SignedOut } from '#lib/refused.ts';
import { shaped } from '#lib/stored.ts';
import { keepDraft, type Draft, type Sending } from './drafts.ts';
import { rebased, sameFigures } from './merge.ts';
import { numbersOf } from './typed.ts';

/** What became of a command: done, changed by another device meanwhile, refused, or not answered. */
export type Outcome =
  | { kind: 'done'; report: MonthlyReport }
  | { kind: 'stale'; report: MonthlyReport }
  | { kind: 'refused'; refused: Refused }
  | { kind: 'waiting' };

const isReport = shaped<MonthlyReport>('version', 'figures', 'status');

/** A key that no other command has, so that a repeated one counts once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * Hands the month in; repeating it changes nothing. When the server's version has moved on without another figure
 * (an answer of ours got lost, or a reviewer returned the month), it is handed in again on top of that.
 */
export async function handIn(draft: Draft, sending: Sending): Promise<Outcome> {
  const outcome = await submit(draft, sending);
  if (outcome.kind !== 'stale') return outcome;
  const { report } = outcome;
  const isClosed = report.status === 'submitted' || report.status === 'approved';
  if (isClosed) return sameFigures(report.figures, sending.figures) ? { kind: 'done', report } : outcome;
  const next = rebased(draft, report);
  if (!sameFigures(numbersOf(next.draft.typed), sending.figures) || Object.keys(next.clashes).length > 0)
    return outcome;
  const again = { ...sending, basedOn: report.version, idempotencyKey: newKey() };
  await keepDraft({ ...next.draft, sending: again });
  return submit(next.draft, again);
}

function submit({ facilityId, month }: Draft, sending: Sending): Promise<Outcome> {
  return outcomeOf(api.reports.submit({ params: { facilityId, month }, body: sending }));
}

/** Saves what is typed so far on the server, where the head's other devices find it. */
export function saveThere({ facilityId, month }: Draft, body: Sending): Promise<Outcome> {
  return outcomeOf(api.reports.saveDraft({ params: { facilityId, month }, body }));
}

/** Turns a command's answer or refusal into an outcome; bugs go on as they are. */
export async function outcomeOf(command: Promise<{ body: MonthlyReport }>): Promise<Outcome> {
  try {
    return { kind: 'done', report: (await command).body };
  } catch (error) {
    // Whoever is signed out signs in again and comes back here; the command waits for that as it does for network.
    if (error instanceof NoNetwork || error instanceof SignedOut) return { kind: 'waiting' };
    if (!(error instanceof Refused)) throw error;
    const { code, current, status } = error.problem;
    if (code === 'stale' && isReport(current)) return { kind: 'stale', report: current };
    // A server in trouble is like no network: the figures wait and are sent again.
    return status >= 500 || status === 429 ? { kind: 'waiting' } : { kind: 'refused', refused: error };
  }
}
